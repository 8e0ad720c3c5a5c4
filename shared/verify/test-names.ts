/** Names that stand for nobody: the John Doe of several languages, and what programmers type. */
const testNames = new Set(
  (
    '张三 李四 王五 赵六 孙七 周八 吴九 郑十 测试 测试员 测试用户 某某 某某某 张某某 李某某 无名氏 匿名 路人甲 小明 ' +
    'john|doe jane|doe john|smith foo|bar test|test test|user test|name first|last joe|bloggs max|mustermann erika|mustermann mario|rossi ' +
    'иван|иванов jean|dupont asdf|asdf'
  ).split(' '),
);

/** True for a name that stands for nobody. */
export function isTestName(name: string): boolean {
  return testNames.has(name.toLowerCase().replaceAll(/\s+/g, '|'));
}
