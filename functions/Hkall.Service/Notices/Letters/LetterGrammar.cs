using Fluid;
using Fluid.Ast;
using Fluid.Ast.BinaryExpressions;

namespace Hkall.Service.Notices.Letters;

/// <summary>
/// The part of Liquid that letters may use: fields, and conditions over fields. No loops, filters, other templates or variables: nobody can
/// write a letter that does not end, that takes the marks off the words of others, or that is hard to read.
/// </summary>
internal static class LetterGrammar
{
    /// <exception cref="LetterFaultException">The template has something else in it, or a field that the letter does not have.</exception>
    public static void Check(string field, IFluidTemplate template, Func<string, bool> isField)
    {
        if (template is not IStatementList { Statements: var statements })
        {
            throw Unsupported(field);
        }

        new Reader(field, isField).Read(statements);
    }

    private static LetterFaultException Unsupported(string field) =>
        LetterFaultException.Fault(field, $"Only fields such as {"{{ date }}"}, and {"{% if %}"}, {"{% unless %}"} and {"{% case %}"} can be used.");

    private sealed class Reader(string field, Func<string, bool> isField)
    {
        /// <summary>The shipped letters are three deep; nobody understands more than this.</summary>
        private const int Deepest = 8;

        private int _depth;

        public void Read(IReadOnlyList<Statement> statements)
        {
            if (++_depth > Deepest)
            {
                throw LetterFaultException.Fault(field, $"Conditions stand at most {Deepest} deep in each other.");
            }

            foreach (var statement in statements)
            {
                Read(statement);
            }

            _depth--;
        }

        private void Read(Statement statement)
        {
            switch (statement)
            {
                case TextSpanStatement:
                    break;
                case OutputStatement output:
                    Write(FieldsTold.NameOf(output) ?? throw Unsupported(field));
                    break;
                case IfStatement one:
                    Test(one.Condition);
                    Read(one.Statements);
                    Further(one.ElseIfs, one.Else);
                    break;
                case UnlessStatement one:
                    Test(one.Condition);
                    Read(one.Statements);
                    Further(null, one.Else);
                    break;
                case CaseStatement one:
                    Test(one.Expression);
                    foreach (var when in one.Whens)
                    {
                        foreach (var option in when.Options)
                        {
                            Test(option);
                        }

                        Read(when.Statements);
                    }

                    Further(null, one.Else);
                    break;
                default:
                    throw Unsupported(field);
            }
        }

        private void Further(IReadOnlyList<ElseIfStatement>? more, ElseStatement? otherwise)
        {
            foreach (var one in more ?? [])
            {
                Test(one.Condition);
                Read(one.Statements);
            }

            if (otherwise is not null)
            {
                Read(otherwise.Statements);
            }
        }

        private void Test(Expression condition)
        {
            switch (condition)
            {
                case LiteralExpression:
                    break;
                case MemberExpression { Segments: [IdentifierSegment only] }:
                    Know(only.Identifier);
                    break;
                case AndBinaryExpression or OrBinaryExpression or EqualBinaryExpression or NotEqualBinaryExpression:
                    var both = (BinaryExpression)condition;
                    Test(both.Left);
                    Test(both.Right);
                    break;
                default:
                    throw Unsupported(field);
            }
        }

        private void Write(string name)
        {
            Know(name);
            if (LetterFields.Find(name) is { IsWritten: false })
            {
                throw LetterFaultException.Fault(field, $"{name} can only be asked for, as in {"{% if " + name + " %}"}.");
            }
        }

        private void Know(string name)
        {
            if (!isField(name))
            {
                throw LetterFaultException.Fault(field, $"This letter has no field {LetterTemplate.Braces(name)}.");
            }
        }
    }
}
