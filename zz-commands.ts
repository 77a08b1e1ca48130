export const commandsFor = null;
