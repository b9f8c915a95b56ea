using Hkall.LocalHost.Arguments;
using Hkall.LocalHost.Clock;
using Hkall.TestKit.Builders;

namespace Hkall.LocalHost.Tests.Arguments;

public sealed class BenchArgumentsTests
{
    private static readonly string Here = Path.GetTempPath();

    [Fact]
    public void Without_arguments_the_bench_serves_on_its_usual_port_with_Azurite_and_live_time()
    {
        var arguments = BenchArguments.Parse([], Here);

        arguments.ShouldBe(new BenchArguments { Data = Path.Combine(Here, ".data") });
        arguments.Urls.ShouldBe("http://127.0.0.1:7071");
        arguments.Pace.ShouldBe(ClockPace.Live);
        arguments.Storage.ShouldBe(new BenchStorage.Azurite());
        arguments.SimulatedPartners.ShouldBeTrue();
    }

    [Fact]
    public void Every_argument_is_taken_with_a_space_or_an_equals_sign()
    {
        string[] args =
        [
            "--urls", "http://127.0.0.1:0", "--data=bench", "--clock", "x60", "--now=2026-11-23T09:00:00+08:00",
            "--partners", "none", "--catalogue=http://127.0.0.1:9999/union", "--storage", "UseDevelopmentStorage=true",
        ];

        BenchArguments.Parse(args, Here).ShouldBe(new BenchArguments
        {
            Urls = "http://127.0.0.1:0",
            Data = Path.Combine(Here, "bench"),
            Pace = new ClockPace(ClockMode.Fast, 60),
            Now = Times.Monday,
            SimulatedPartners = false,
            Catalogue = new Uri("http://127.0.0.1:9999/union"),
            Storage = new BenchStorage.Account("UseDevelopmentStorage=true"),
        });
    }

    [Fact]
    public void A_provider_is_named_with_the_benchs_id_and_secret_there()
    {
        var arguments = BenchArguments.Parse(["--sign-in", "http://127.0.0.1:8080", "--client-id", "hkall", "--client-secret=s=1"], Here);

        (arguments.SignInAt, arguments.ClientId, arguments.ClientSecret).ShouldBe((new Uri("http://127.0.0.1:8080"), "hkall", "s=1"));
        Should.Throw<BadArgumentException>(() => BenchArguments.Parse(["--sign-in", "http://127.0.0.1:8080"], Here)).Message.ShouldContain("--client-id");
        Should.Throw<BadArgumentException>(() => BenchArguments.Parse(["--client-secret", "x"], Here)).Message.ShouldContain("--sign-in");
    }

    [Theory]
    [InlineData("--colour", "red")]
    [InlineData("--urls", "seven")]
    [InlineData("--urls", "ftp://127.0.0.1")]
    [InlineData("--data", "")]
    [InlineData("--clock", "x1")]
    [InlineData("--clock", "x-5")]
    [InlineData("--clock", "x2000000")]
    [InlineData("--clock", "sundial")]
    [InlineData("--now", "2026-11-23T09:00:00")]
    [InlineData("--now", "tomorrow")]
    [InlineData("--partners", "some")]
    [InlineData("--catalogue", "shelves")]
    [InlineData("--catalogue", "http://127.0.0.1:9999/union?query=x")]
    [InlineData("--storage", "floppy")]
    [InlineData("--sign-in", "http://sign-in.example.edu")]
    [InlineData("--sign-in", "https://sign-in.example.edu/?tenant=x")]
    [InlineData("--client-id", "")]
    [InlineData("--client-secret", "")]
    public void A_bad_argument_is_answered_with_a_sentence_that_names_it(string name, string value)
    {
        var bad = Should.Throw<BadArgumentException>(() => BenchArguments.Parse([name, value], Here));

        bad.Message.ShouldContain(name);
        bad.Message.ShouldEndWith(".");
    }

    [Fact]
    public void An_argument_without_its_value_is_answered_with_a_sentence() =>
        Should.Throw<BadArgumentException>(() => BenchArguments.Parse(["--clock"], Here)).Message.ShouldStartWith("--clock needs live, manual or xN");
}
