using System.Reflection;
using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Policies;

namespace Hkall.Service.Tests.Policies;

/// <summary>A class that kept the document it got at the start would not follow a new version.</summary>
public sealed class NobodyKeepsAPolicyTests
{
    /// <summary>What only the deployment decides is the same in every version.</summary>
    private static readonly string[] WithTheFile =
        ["PolicyInForce", "StrangerLimits", "MessageLimits", "CancellingLimit", "SearchingLimit"];

    /// <summary>They ask the calendar which day it is, and that does not differ by policy.</summary>
    private static readonly string[] ForTheDay = ["PolicyInForce", "AuditTrail", "StaffMembers", "MailRules", "IsoMessageHandler"];

    [Fact]
    public void Only_what_the_deployment_decides_is_taken_from_its_file() => TakersOf(typeof(PolicyDocument)).ShouldBe(WithTheFile, ignoreOrder: true);

    [Fact]
    public void Nobody_decides_on_the_figures_of_the_file() => TakersOf(typeof(RuleBook)).ShouldBe(ForTheDay, ignoreOrder: true);

    private static IEnumerable<string> TakersOf(Type wanted) => typeof(RuleBooks).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && !type.Name.StartsWith('<') && type.GetMethod("<Clone>$") is null)
        .Where(type => type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Any(made => made.GetParameters().Any(parameter => parameter.ParameterType == wanted)))
        .Select(type => type.Name);
}
