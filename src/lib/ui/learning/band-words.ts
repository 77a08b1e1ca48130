import type { Band } from '#lib/domain/argument/model.ts';
import * as m from '../../../messages/compiled/messages.js';

const bands: Record<Band, () => string> = {
	beginning: m.band_beginning,
	developing: m.band_developing,
	sound: m.band_sound,
	strong: m.band_strong
};
export const bandName = (band: Band): string => bands[band]();
