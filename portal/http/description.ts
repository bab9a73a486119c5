import type { OpenAPIHono } from '@hono/zod-openapi';
import { commandNames, commandSchema } from '../../shared/contract/commands.ts';
import { problemRemedies, problemSchema } from '../../shared/contract/problem.ts';
import { oldestProtocol, protocolVersion } from '../../shared/contract/protocol-version.ts';
import { commandBook, type CommandName } from '../../shared/domain/command-book.ts';
import { version } from '../version.ts';
import { refusalList } from './refusal-list.ts';

type Description = ReturnType<OpenAPIHono['getOpenAPI31Document']>;

const problemList = Object.entries(problemRemedies)
  .map(([kind, remedy]) => `- \`${kind}\`: ${remedy.replaceAll('-', ' ')}`)
  .join('\n');

const thingList = [
  '- `task:<id>/time`: the task’s `timeSet.command`; `task:<id>/members`: its `membersAssigned.command`;',
  '  `task:<id>/office`: its `allocated.command`; of each the task’s id where it was never set',
  '- `task:<id>`, `budget:<id>`, `settlement:<id>`: its `revision`, for what decides on it or sends a new version',
  '- `decision`: the `revision` of the decision on compensation, the id of the case where it was imported',
  '- `role`: the `revision` of the role, `roleEnded.command` once it has ended',
  '- `member:<id>/mark` (mark and limit): `markRevision.command`; `member:<id>/terms` (the rest): `termsRevision.command`',
  '- `office:<id>/terms`: the office’s `revision.command`',
  '- `portal:rights`: `settings.externalCaseHandler.revision.command`',
  '- `portal:manager-rights`: `settings.projectManagerRevision.command`',
  '- `portal:inspector-rights`: `settings.inspectorRevision.command`',
  '- `portal:compensation`: `settings.compensation.revision.command`',
  '- `portal:work-plans`: `settings.workPlansRevision.command`, the portal’s id where it was never set',
  '- `portal:allocation`: `settings.allocation.revision.command`, the portal’s id where it was never set',
  '- `portal:settlement`: `settings.settlement.revision.command`, the portal’s id where it was never set',
  '- `portal:calendar`: `settings.calendar.revision`, `[]` where it was never set',
].join('\n');

const guide = `
What an insurer's own system, or any other client, needs to work with this portal server.

**Sign in** by \`POST /sign-in\` and send the token as \`Authorization: Bearer …\`. \`GET /me\` names your account and the
portals you work in.

**Read.** Fetch \`GET /sync/{portal}/pages\` until the tail's \`next\` is null, keep the cursor of the **first** page's tail,
and ask \`POST /sync/{portal}/delta\` from it, again and again; \`GET /sync/nudges\` says when. Answers are lines of JSON.
A \`rows\` line says for each case where its content lies: the number of the chunk in this answer, counted from 0, and the
place in it. Apply \`withdrawn\` first: those cases are no longer yours. An answer without a \`tail\` was cut; ask again.
\`reset\` means: begin again with the pages. Categories of offices are told to who may see them and asks:
send \`categories=told\` with the pages, and with each delta whether you hold some. The wire is version ${protocolVersion}: send it as \`protocol\`. Commands and cancels
of version ${oldestProtocol} are taken, and answered in its form, for twelve months after the next one came; post a command again in
the form in which you issued it.

**Change** by commands, \`POST /commands\`. Each has an id that you make (UUIDv7): the same id is carried out at most once,
so send it again when you do not know whether it arrived (a UUID in capitals is the same id, and comes back in small
letters). \`subject\` is what it is about, as told with each command.
\`basedOn\` names what the command would overwrite, each \`thing\` with the \`revision\` of it that you saw; \`[]\` where it
overwrites nothing:

${thingList}

A revision is the id of the command that changed the thing last, as it is told with it. Where it is missing, nobody has
changed the thing: send the id of the task, member, office or portal, and the id of the case where it never had the role.
What was changed since is refused as stale; what is so already stays as it is. \`[]\` where there is a revision is compared by
time: refused when it was changed after \`at\`. \`after\` is the id of your previous
command on the same subject when it may not have been carried out yet, else null. Amounts are whole minor units.
The outcome has an item by name for each thing that a command does to many (\`approve-tasks\`: each task, by itself), else
one without a name. A command counts as carried out if any of its items was.

**Files** go before the command that names them: \`PUT /files/{portal}/{file}\` with an id that you make.

**Begin on an empty server** as its first operator, by the link it prints; set up portals, companies and people by
\`POST /set-up/network\`, claims by \`POST /portals/{portal}/imports/claims\` with
a mapping, which says what each column is and how the file writes dates and numbers. People who are new choose their password by
\`POST /forgot-password\`.

**Errors** are Problems (RFC 9457) with a closed \`kind\`, each with one remedy:

${problemList}

**A refusal** is no error: it is the outcome of a command. \`grantor\` says who can help, \`code\` why:

${refusalList}
`.trim();

/** The description of the whole API, made from the same schemas that requests are parsed with. */
export function describeApi(api: OpenAPIHono): Description {
  const { openAPIRegistry: registry } = api;
  registry.registerComponent('securitySchemes', 'session', { type: 'http', scheme: 'bearer' });
  // Copies: a schema that was made before the router extended zod, as shared/ may be, cannot be named.
  registry.register('Command', commandSchema.clone());
  registry.register('Problem', problemSchema.clone());
  const description = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Partner Desk portal server', version, description: guide },
  });
  nameCommands(description);
  return description;
}

const tags: readonly (readonly [path: RegExp, tag: string])[] = [
  [/^\/(sign-|forgot|sessions|me$|health|demo-accounts)/, 'Accounts'],
  [/^\/sync/, 'Sync'],
  [/^\/commands/, 'Commands'],
  [/^\/(files|candidates|invoice-numbers)/, 'Cases'],
  [/^\/reports/, 'Reports'],
  [/^\/(calendar|settings-|places)/, 'Settings'],
  [/^\/(set-up|portals)/, 'Set-up and imports'],
  [/^\/operator/, 'Operator'],
];

/**
 * The route takes any objects, because it parses them one by one; the description says what they are. Each kind of
 * command gets its name as a title, and what it is about.
 */
function nameCommands(description: Description): void {
  for (const [path, item] of Object.entries(description.paths ?? {})) {
    const tag = tags.find(([pattern]) => pattern.test(path))?.[1];
    for (const operation of [item.get, item.post, item.put, item.delete]) if (operation && tag) operation.tags = [tag];
  }
  const batch = description.paths?.['/commands']?.post?.requestBody;
  const body = batch && 'content' in batch ? batch.content['application/json']?.schema : undefined;
  const list = body && 'properties' in body ? body.properties?.['commands'] : undefined;
  if (!list || !('items' in list)) throw new Error('The description has no list of commands.');
  list.items = { $ref: '#/components/schemas/Command' };
  const command = description.components?.schemas?.['Command'];
  for (const kind of command && 'oneOf' in command ? (command.oneOf ?? []) : []) {
    if (!('properties' in kind)) continue;
    const { name } = kind.properties ?? {};
    const known = name && 'enum' in name ? commandNames.find((each) => each === name.enum?.[0]) : undefined;
    if (known) Object.assign(kind, { title: known, description: aboutCommand(known) });
  }
}

function aboutCommand(name: CommandName): string {
  const { subject, authority, binding, independent } = commandBook[name];
  const based = binding ? ' `basedOn` names what it overwrites, as it was seen.' : '';
  const waits = independent ? ' It waits for no earlier command.' : '';
  const may = authority === 'self' ? 'About oneself only.' : `Needs the authority \`${authority}\`.`;
  return `Subject: \`${subject}\`. ${may}${based}${waits}`;
}
