/** The address of the portal server inside the app that shows the demo. */
export const demoAddress = 'embedded';

/** The address of the one inside the app that its user sets up. */
export const ownAddress = 'this-computer';

/** What is said of a portal server whose key cannot be read just now: nothing is lost, nothing is opened. */
export const keyNotReadable = 'key-not-readable';

/** Whose map shows where a site is; opened in the system's browser when somebody clicks, never asked by itself. */
export const mapHost = 'www.openstreetmap.org';
