using Hkall.LocalHost.Clock;
using Hkall.TestKit.Builders;

namespace Hkall.LocalHost.Tests.Clock;

public sealed class Iso8601Tests
{
    [Theory]
    [InlineData("P3DT2H", "3.02:00:00")]
    [InlineData("P1D", "1.00:00:00")]
    [InlineData("P2W", "14.00:00:00")]
    [InlineData("PT90M", "01:30:00")]
    [InlineData("PT0.5S", "00:00:00.5")]
    [InlineData("P0D", "00:00:00")]
    public void Durations_are_read(string text, string expected) => Iso8601.Duration(text).ShouldBe(TimeSpan.Parse(expected, null));

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("P1M")]
    [InlineData("P1Y")]
    [InlineData("-P1D")]
    [InlineData("P1.5D")]
    [InlineData("3 days")]
    [InlineData("P1D\n")]
    [InlineData("P99999999999D")]
    public void What_is_no_duration_of_a_fixed_length_is_none(string text) => Iso8601.Duration(text).ShouldBeNull();

    [Fact]
    public void Every_duration_that_is_read_can_be_added_up() =>
        Iso8601.Duration("P99999W999999DT9999999H9999999M9999999S").ShouldNotBeNull();

    [Theory]
    [InlineData("2026-11-23T09:00:00+08:00")]
    [InlineData("2026-11-23T09:00+08:00")]
    [InlineData("2026-11-23T01:00:00Z")]
    [InlineData("2026-11-23T01:00:00.000Z")]
    public void Instants_are_read_with_their_offset(string text) => Iso8601.Instant(text).ShouldBe(Times.Monday);

    [Theory]
    [InlineData("2026-11-23T09:00:00")]
    [InlineData("2026-11-23")]
    [InlineData("2026-02-30T09:00:00Z")]
    [InlineData("now")]
    public void What_is_no_instant_or_has_no_offset_is_none(string text) => Iso8601.Instant(text).ShouldBeNull();
}
