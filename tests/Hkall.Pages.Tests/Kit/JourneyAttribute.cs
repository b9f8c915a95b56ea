using Xunit.Abstractions;
using Xunit.Sdk;

namespace Hkall.Pages.Tests.Kit;

/// <summary>A theory that is walked over HTTP and, in a class that has a browser, in the browser. Where there is none, the latter says so.</summary>
[XunitTestCaseDiscoverer("Hkall.Pages.Tests.Kit." + nameof(JourneyDiscoverer), "Hkall.Pages.Tests")]
public sealed class JourneyAttribute : TheoryAttribute;

/// <summary>A theory is skipped as a whole or not at all; here it depends on the class that inherits it.</summary>
public sealed class JourneyDiscoverer(IMessageSink messages) : TheoryDiscoverer(messages)
{
    public override IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute) =>
        Browser.Missing is { } why && typeof(IClassFixture<Browser>).IsAssignableFrom(testMethod.TestClass.Class.ToRuntimeType())
            ? [Skipped(discoveryOptions, testMethod, why)]
            : base.Discover(discoveryOptions, testMethod, theoryAttribute);

    private XunitSkippedDataRowTestCase Skipped(ITestFrameworkDiscoveryOptions options, ITestMethod method, string why) =>
        new(DiagnosticMessageSink, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method, why);
}
