import { assign, type SnapshotFrom } from 'xstate';
import { delivered, mayGoOn, openedWork } from '#lib/domain/classroom/assignment/standing.ts';
import type {
	Assignment,
	AssignmentWork,
	Code,
	Delivery,
	Extra,
	FeedbackFile,
	Receipt,
	TextFile
} from '#lib/domain/classroom/model.ts';
import { foldCode } from '#lib/domain/classroom/roster/codes.ts';
import { setup } from './setup.ts';

export type AssignmentEvent =
	/** All that the assignment needs was found in the caches, or is not there any more. */
	| { type: 'offline.verified' }
	| { type: 'offline.lost' }
	/** Who is working, at `now` (ms since 1970). May be corrected until something was handed in. */
	| { type: 'code.entered'; code: string; now: number }
	/** What the student adds, or takes back. */
	| { type: 'extra.ticked'; extra: Extra; on: boolean }
	/** The student wants to see exactly what would be sent. */
	| { type: 'handIn.previewed' }
	| { type: 'handIn.cancelled' }
	/** What was previewed is sealed; it has not left the app. */
	| { type: 'file.sealed'; receipt: Receipt; file: TextFile }
	/** The sealed file left the app in this way. */
	| { type: 'file.delivered'; via: Delivery }
	/** Back to the work, for another hand-in. */
	| { type: 'work.resumed' }
	/** Heard only at or after the due date. */
	| { type: 'due.passed'; now: number }
	/** Feedback came back and was opened. */
	| { type: 'feedback.opened'; feedback: FeedbackFile };

/** As long as nothing is under a code, and nothing more than what is asked. */
const isKnown = ({ code }: AssignmentWork): boolean => code !== null;
const latest = ({ receipts }: AssignmentWork): Receipt | undefined => receipts.at(-1);
const isWaiting = (work: AssignmentWork): boolean => work.file !== null && latest(work)?.via.length === 0;

/**
 * An assignment on a student's device: `opened`, `ready` (all of it is on the device), `working` under a code,
 * `previewing` what would be sent, `sealed` (a file that has not left yet), `handedIn`, and `closed` once no further
 * attempt is allowed. Until a file was delivered the state has the tag `not handed in`. The due date makes work late,
 * never impossible. Refused: what is no code, another code after something was handed in, extras that were not asked for,
 * a receipt out of turn, and more attempts than are allowed.
 */
export function createAssignmentMachine() {
	return setup({
		types: {
			context: {} as AssignmentWork,
			events: {} as AssignmentEvent,
			input: {} as { work: AssignmentWork } | { assignment: Assignment; now: number }
		},
		guards: {
			isOffline: ({ context }) => context.offline,
			isNotOffline: ({ context }) => !context.offline,
			isKnown: ({ context }) => isKnown(context),
			isWaiting: ({ context }) => isWaiting(context),
			isDelivered: ({ context }) => context.file !== null && delivered(context).length > 0 && !isWaiting(context),
			isCode: (_, { code }: { code: string }) => foldCode(code) !== null,
			canRename: ({ context }, { code }: { code: string }) =>
				foldCode(code) !== null && delivered(context).length === 0,
			isAsked: ({ context }, { extra }: { extra: Extra }) => context.assignment.asks.includes(extra),
			isNext: ({ context }, { receipt }: { receipt: Receipt }) => receipt.attempt === delivered(context).length + 1,
			isDue: ({ context }, { now }: { now: number }) => !context.late && now >= (context.assignment.due ?? Infinity),
			mayGoOn: ({ context }) => mayGoOn(context),
			mayNotGoOn: ({ context }) => !mayGoOn(context),
			isForThis: ({ context }, { feedback }: { feedback: FeedbackFile }) =>
				feedback.assignment === context.assignment.id && context.receipts.some(({ id }) => id === feedback.result)
		},
		actions: {
			noteOffline: assign((_, { offline }: { offline: boolean }) => ({ offline })),
			enterCode: assign(({ context }, { code, now }: { code: string; now: number }) => ({
				code: foldCode(code) as Code,
				startedAt: context.startedAt ?? now
			})),
			tick: assign(({ context }, { extra, on }: { extra: Extra; on: boolean }) => ({
				ticked: [...context.ticked.filter((one) => one !== extra), ...(on ? [extra] : [])]
			})),
			// A file that never left is no hand-in: its receipt gives way.
			keepFile: assign(({ context }, { receipt, file }: { receipt: Receipt; file: TextFile }) => ({
				receipts: [...delivered(context), { ...receipt, via: [] }],
				file
			})),
			dropFile: assign(({ context }) => ({ receipts: delivered(context), file: null })),
			noteDelivery: assign(({ context }, { via }: { via: Delivery }) => ({
				receipts: context.receipts.map((one, at) =>
					at === context.receipts.length - 1 ? { ...one, via: [...new Set([...one.via, via])] } : one
				)
			})),
			noteDue: assign({ late: true }),
			keepFeedback: assign(({ context }, { feedback }: { feedback: FeedbackFile }) => ({
				feedback: [
					...context.feedback.filter((one) => !(one.result === feedback.result && one.madeAt === feedback.madeAt)),
					feedback
				]
			}))
		}
	}).createMachine({
		id: 'assignment',
		context: ({ input }) => ('work' in input ? input.work : openedWork(input.assignment, input.now)),
		initial: 'opened',
		on: {
			'offline.verified': { actions: { type: 'noteOffline', params: { offline: true } } },
			'offline.lost': { actions: { type: 'noteOffline', params: { offline: false } } },
			'due.passed': { guard: { type: 'isDue', params: ({ event }) => ({ now: event.now }) }, actions: 'noteDue' },
			'feedback.opened': {
				guard: { type: 'isForThis', params: ({ event }) => ({ feedback: event.feedback }) },
				actions: { type: 'keepFeedback', params: ({ event }) => ({ feedback: event.feedback }) }
			}
		},
		states: {
			opened: {
				// Work that was kept says where its student is.
				always: [
					{ target: 'sealed', guard: 'isWaiting' },
					{ target: 'handedIn', guard: 'isDelivered' },
					{ target: 'working', guard: 'isKnown' },
					{ target: 'ready', guard: 'isOffline' }
				],
				on: {
					'code.entered': {
						target: 'working',
						guard: { type: 'isCode', params: ({ event }) => ({ code: event.code }) },
						actions: { type: 'enterCode', params: ({ event }) => ({ code: event.code, now: event.now }) }
					}
				}
			},
			ready: {
				always: { target: 'opened', guard: 'isNotOffline' },
				on: {
					'code.entered': {
						target: 'working',
						guard: { type: 'isCode', params: ({ event }) => ({ code: event.code }) },
						actions: { type: 'enterCode', params: ({ event }) => ({ code: event.code, now: event.now }) }
					}
				}
			},
			working: {
				tags: ['not handed in'],
				on: {
					'code.entered': {
						guard: { type: 'canRename', params: ({ event }) => ({ code: event.code }) },
						actions: { type: 'enterCode', params: ({ event }) => ({ code: event.code, now: event.now }) }
					},
					'handIn.previewed': 'previewing'
				}
			},
			previewing: {
				tags: ['not handed in'],
				on: {
					'extra.ticked': {
						guard: { type: 'isAsked', params: ({ event }) => ({ extra: event.extra }) },
						actions: { type: 'tick', params: ({ event }) => ({ extra: event.extra, on: event.on }) }
					},
					'handIn.cancelled': 'working',
					'file.sealed': {
						target: 'sealed',
						guard: { type: 'isNext', params: ({ event }) => ({ receipt: event.receipt }) },
						actions: { type: 'keepFile', params: ({ event }) => ({ receipt: event.receipt, file: event.file }) }
					}
				}
			},
			sealed: {
				tags: ['not handed in'],
				on: {
					'file.delivered': {
						target: 'handedIn',
						actions: { type: 'noteDelivery', params: ({ event }) => ({ via: event.via }) }
					},
					// What was sealed is not what is wanted any more.
					'handIn.cancelled': { target: 'working', actions: 'dropFile' }
				}
			},
			handedIn: {
				always: { target: 'closed', guard: 'mayNotGoOn' },
				on: {
					'file.delivered': { actions: { type: 'noteDelivery', params: ({ event }) => ({ via: event.via }) } },
					'work.resumed': { target: 'working', actions: 'dropFile' }
				}
			},
			closed: {
				// Only a stored place can say so: the assignment was opened anew with more attempts.
				always: { target: 'handedIn', guard: 'mayGoOn' },
				on: {
					'file.delivered': { actions: { type: 'noteDelivery', params: ({ event }) => ({ via: event.via }) } }
				}
			}
		}
	});
}

export type AssignmentMachine = ReturnType<typeof createAssignmentMachine>;
export type AssignmentSnapshot = SnapshotFrom<AssignmentMachine>;
