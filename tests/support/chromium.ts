/**
 * The Chromium that browser tests and the bench drive. Debian's headless shell: the same engine without a desktop
 * browser around it, which on two cores takes a third less time.
 */
export const executablePath = process.env.PARALLAX_CHROMIUM ?? '/usr/bin/chromium-headless-shell';
/** Rights of root, and nothing that asks the network. */
export const chromiumFlags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-sync'];
