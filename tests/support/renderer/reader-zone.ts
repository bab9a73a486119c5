// Who reads the screens of the tests sits where their portal is, whatever the machine's zone; a test that is about the
// zones says so itself.
process.env['TZ'] = 'Europe/Helsinki';
