using System.Text.Json;

namespace Hkall.Infra.Tests;

public sealed class ParameterTests
{
    [Fact]
    public async Task Every_parameter_is_described_and_says_whether_it_is_required()
    {
        var parameters = (await Template.MainAsync()).WithModules().SelectMany(template => template.Root.Members("parameters")).ToList();

        parameters.ShouldNotBeEmpty();
        foreach (var parameter in parameters)
        {
            var mayBeLeftOut = parameter.Value.Find("defaultValue") is not null || IsNullable(parameter.Value);
            Description(parameter.Value).ShouldStartWith(mayBeLeftOut ? "Optional. " : "Required. ", Case.Sensitive, parameter.Name);
        }
    }

    [Fact]
    public async Task Every_member_of_a_parameter_is_described_and_says_whether_it_is_required()
    {
        var members = (await Template.MainAsync()).WithModules()
            .SelectMany(template => template.Root.Members("definitions").Concat(template.Root.Members("parameters")))
            .SelectMany(type => type.Value.Members("properties")).ToList();

        members.ShouldNotBeEmpty();
        foreach (var member in members)
        {
            Description(member.Value).ShouldStartWith(IsNullable(member.Value) ? "Optional. " : "Required. ", Case.Sensitive, member.Name);
        }
    }

    [Fact]
    public async Task No_parameter_takes_just_anything()
    {
        foreach (var parameter in (await Template.MainAsync()).WithModules().SelectMany(template => template.Root.Members("parameters")))
        {
            if (parameter.Value.Find("type")?.GetString() is "object" or "array")
            {
                (parameter.Value.Find("properties") ?? parameter.Value.Find("items") ?? parameter.Value.Find("additionalProperties"))
                    .ShouldNotBeNull(parameter.Name);
            }
        }
    }

    private static bool IsNullable(JsonElement type) => type.Find("nullable")?.GetBoolean() ?? false;

    private static string Description(JsonElement type) => type.Find("metadata.description")?.GetString() ?? "nothing";
}
