using System.Collections.Concurrent;
using Hkall.Service.Web;
using Microsoft.Extensions.Logging;

namespace Hkall.TestKit.Drivers;

/// <summary>Keeps what the desk logs of failures that nobody foresaw: each is a mistake of ours.</summary>
public sealed class Failures : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _all = new();

    public IReadOnlyCollection<string> All => _all;

    public ILogger CreateLogger(string categoryName) =>
        categoryName == typeof(ProblemHandler).FullName ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _all.Enqueue($"{formatter(state, exception)}: {exception}");

    public void Dispose()
    {
    }
}
