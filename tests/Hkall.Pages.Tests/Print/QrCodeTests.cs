using Hkall.Pages.Print;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hkall.Pages.Tests.Print;

/// <summary>The code that a scanner at the counter reads.</summary>
public sealed class QrCodeTests
{
    [Fact]
    public async Task The_code_of_a_request_can_be_scanned_and_is_one_picture()
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);

        var code = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Content"] = "0123456789ABCDEFGHJKMNPQRS", ["Title"] = "number" });
            return (await renderer.RenderComponentAsync<QrCode>(parameters)).ToHtmlString();
        });

        code.ShouldContain("<title>number</title>");
        code.ShouldNotContain("style=");
    }
}
