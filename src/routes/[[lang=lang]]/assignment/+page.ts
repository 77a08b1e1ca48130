import * as m from '../../../messages/compiled/messages.js';
import type { PageLoad } from './$types';

/** The page is the same for all: what it shows comes from its fragment and from the device. */
export const load: PageLoad = () => ({ title: m.assigned_heading(), description: m.assigned_description() });
