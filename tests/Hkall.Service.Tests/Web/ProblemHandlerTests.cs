using Hkall.Service.Web;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moq;

namespace Hkall.Service.Tests.Web;

/// <summary>What the service answers to an exception, and what it logs as an error.</summary>
public sealed class ProblemHandlerTests
{
    private readonly Mock<ILogger<ProblemHandler>> _log = new();

    public static TheoryData<Exception> HangUps() =>
        [new ConnectionResetException("Connection reset by peer"), new ConnectionAbortedException("The connection was aborted.")];

    public ProblemHandlerTests() => _log.Setup(log => log.IsEnabled(It.IsAny<LogLevel>())).Returns(true);

    [Theory]
    [MemberData(nameof(HangUps))]
    public async Task A_caller_who_hangs_up_is_not_logged_as_an_error(Exception hangUp)
    {
        await HandleAsync(hangUp);

        Logged(Times.Never());
    }

    [Fact]
    public async Task An_unforeseen_failure_is_logged_as_an_error_and_answered_with_500()
    {
        var context = await HandleAsync(new InvalidOperationException("A fault of ours."));

        context.Response.StatusCode.ShouldBe(StatusCodes.Status500InternalServerError);
        Logged(Times.Once());
    }

    private async Task<HttpContext> HandleAsync(Exception failure)
    {
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        (await new ProblemHandler(_log.Object).TryHandleAsync(context, failure, CancellationToken.None)).ShouldBeTrue();
        return context;
    }

    private void Logged(Times times) => _log.Verify(
        log => log.Log(
            LogLevel.Error, It.IsAny<EventId>(), It.IsAny<It.IsAnyType>(), It.IsAny<Exception>(), It.IsAny<Func<It.IsAnyType, Exception?, string>>()), times);
}
