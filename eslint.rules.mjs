import { basename, relative, sep } from 'node:path';

const bannedWords = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'types']);
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*\.(ts|mjs)$/;
const migration = /^migration-\d+/;

/** A file is named after its main export, in kebab-case; words that say nothing are refused (docs: house, names and sizes). */
const fileName = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      kebab: 'File names are kebab-case, with a suffix only for a role in a framework: {{name}}.',
      banned: '"{{word}}" says nothing: name the file or folder after what it holds.',
    },
  },
  create(context) {
    return {
      Program(node) {
        const path = relative(context.cwd, context.filename).split(sep);
        const name = basename(context.filename);
        if (!kebab.test(name) && !migration.test(name)) context.report({ node, messageId: 'kebab', data: { name } });
        const words = [...path.slice(0, -1), name.split('.')[0]];
        for (const word of words)
          if (bannedWords.has(word)) context.report({ node, messageId: 'banned', data: { word } });
      },
    };
  },
};

/** `SomethingManager` and `BaseSomething` hide what a class does. */
const className = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { banned: '"{{name}}": say what it does instead of Manager or Base.' },
  },
  create(context) {
    const check = (node) => {
      const name = node.id?.name ?? '';
      if (/Manager$|^Base[A-Z]|Base$/.test(name))
        context.report({ node: node.id, messageId: 'banned', data: { name } });
    };
    return { ClassDeclaration: check, TSInterfaceDeclaration: check };
  },
};

/** At most four parameters for a function, at most five injected dependencies for a constructor. */
const parameters = {
  meta: { type: 'problem', schema: [], messages: { many: '{{count}} parameters; at most {{limit}} here.' } },
  create(context) {
    const check = (node) => {
      const limit = node.parent.type === 'MethodDefinition' && node.parent.kind === 'constructor' ? 5 : 4;
      const count = node.params.length;
      if (count > limit)
        context.report({ node, messageId: 'many', data: { count: String(count), limit: String(limit) } });
    };
    return { FunctionDeclaration: check, FunctionExpression: check, ArrowFunctionExpression: check };
  },
};

/** `import * as z from 'zod'`: the named import carries every language into the browser, 92 kB instead of 26. */
const zodNamespace = {
  meta: { type: 'problem', schema: [], messages: { named: "Write `import * as z from 'zod'`." } },
  create: (context) => ({
    ImportDeclaration(node) {
      if (node.source.value !== 'zod' || node.importKind === 'type') return;
      const whole = (one) =>
        one.type === 'ImportDefaultSpecifier' || (one.type === 'ImportSpecifier' && one.imported.name === 'z');
      if (node.specifiers.some(whole)) context.report({ node, messageId: 'named' });
    },
  }),
};

export const houseRules = {
  rules: { 'file-name': fileName, 'class-name': className, parameters, 'zod-namespace': zodNamespace },
};
