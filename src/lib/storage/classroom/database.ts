import type { Plan } from '../database.ts';

/*
 * An instructor's data lies in a database of its own: hundreds of results must not stand in the way of a learner's
 * transactions, which go over all tables, nor be in the learner's backup. One table for all kinds of records, as `own`
 * is, so a new kind needs no new version; a change of the table itself raises `version` and adds a branch to `upgrade`.
 */
export const classroomName = 'parallax-classroom';

export const classroomPlan: Plan = {
	version: 1,
	tables: ['records'],
	upgrade(db, oldVersion) {
		if (oldVersion < 1) {
			const records = db.createObjectStore('records', { keyPath: ['kind', 'id', 'rev'] });
			// One row for each record: a write that succeeds another rev than the one on disk is refused by the database.
			records.createIndex('current', ['kind', 'id'], { unique: true });
			// A group is what is read together: the class of an assignment, the assignment of a result.
			records.createIndex('group', ['kind', 'group']);
		}
	}
};
