import * as m from '../../../messages/compiled/messages.js';
import type { PageLoad } from './$types';

export const load: PageLoad = () => ({ title: m.review(), description: m.review_intro() });
