using System.Reflection;
using System.Reflection.Emit;

namespace Hkall.Service.Tests.Directions;

/// <summary>Which folders of an assembly use which, read from the compiled types: base types, members, signatures and method bodies.</summary>
internal static class FolderGraph
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (int)unchecked((ushort)code.Value));

    /// <summary>The first types found for each pair of folders. Types directly in the root namespace belong to no folder.</summary>
    public static SortedDictionary<string, string> Of(Assembly assembly)
    {
        var root = assembly.GetName().Name!;
        var uses = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var type in assembly.GetTypes())
        {
            foreach (var used in Used(type).SelectMany(Parts).Where(used => used.Assembly == assembly))
            {
                if (FolderOf(type, root) is { } from && FolderOf(used, root) is { } to && from != to)
                {
                    uses.TryAdd($"{from} -> {to}", $"{type.Name} uses {used.Name}");
                }
            }
        }

        return uses;
    }

    public static IEnumerable<string> Folders(Assembly assembly) =>
        assembly.GetTypes().Select(type => FolderOf(type, assembly.GetName().Name!)).OfType<string>().Distinct();

    private static string? FolderOf(Type type, string root) =>
        type.Namespace is { } name && name.StartsWith(root + ".", StringComparison.Ordinal) ? name[(root.Length + 1)..].Split('.')[0] : null;

    private static IEnumerable<Type> Used(Type type)
    {
        IEnumerable<Type?> shape =
        [
            type.BaseType,
            .. type.GetInterfaces(),
            .. type.GetFields(Declared).Select(field => field.FieldType),
            .. type.GetProperties(Declared).Select(property => property.PropertyType),
        ];
        var methods = type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared));
        return shape.OfType<Type>().Concat(methods.SelectMany(Used));
    }

    private static IEnumerable<Type> Used(MethodBase method)
    {
        var signature = method.GetParameters().Select(parameter => parameter.ParameterType);
        var result = method is MethodInfo { ReturnType: var returned } ? [returned] : Array.Empty<Type>();
        return method.GetMethodBody() is { } body
            ? [.. signature, .. result, .. body.LocalVariables.Select(local => local.LocalType), .. InBody(method, body.GetILAsByteArray()!)]
            : [.. signature, .. result];
    }

    private static IEnumerable<Type> InBody(MethodBase method, byte[] code)
    {
        var ofType = method.DeclaringType is { IsGenericType: true } generic ? generic.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? 0xFE00 | code[at + 1] : code[at];
            at += value > 0xFF ? 2 : 1;
            var operand = OpCodesByValue[value].OperandType;
            if (operand is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
            {
                var member = method.Module.ResolveMember(BitConverter.ToInt32(code, at), ofType, ofMethod);
                foreach (var type in Types(member))
                {
                    yield return type;
                }
            }

            at += operand == OperandType.InlineSwitch ? 4 + (4 * BitConverter.ToInt32(code, at)) : SizeOf(operand);
        }
    }

    private static IEnumerable<Type> Types(MemberInfo? member) => member switch
    {
        Type type => [type],
        FieldInfo field => [field.DeclaringType!, field.FieldType],
        MethodInfo { IsGenericMethod: true } called => [called.DeclaringType!, called.ReturnType, .. called.GetGenericArguments()],
        MethodInfo called => [called.DeclaringType!, called.ReturnType],
        ConstructorInfo called => [called.DeclaringType!],
        _ => [],
    };

    private static IEnumerable<Type> Parts(Type type) => type switch
    {
        { HasElementType: true } => Parts(type.GetElementType()!),
        { IsGenericParameter: true } => [],
        { IsConstructedGenericType: true } => [type.GetGenericTypeDefinition(), .. type.GetGenericArguments().SelectMany(Parts)],
        _ => [type],
    };

    private static int SizeOf(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
