using Hkall.Functions.Mailing;
using Hkall.Service.Notices;

namespace Hkall.Functions.Tests.Mailing;

public sealed class CommunicationAnswersTests
{
    [Fact]
    public void The_operation_id_is_the_same_on_every_try_and_another_for_another_mail()
    {
        var id = CommunicationAnswers.OperationId("R1:4:mail-ready-for-pickup");

        CommunicationAnswers.OperationId("R1:4:mail-ready-for-pickup").ShouldBe(id);
        CommunicationAnswers.OperationId("R1:5:mail-ready-for-pickup").ShouldNotBe(id);
        id.Version.ShouldBe(8);
        (id.Variant & 0b1100).ShouldBe(0b1000);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public void When_told_to_wait_it_waits_as_long_as_it_was_told(int status) =>
        CommunicationAnswers.Read(status, TimeSpan.FromSeconds(90)).ShouldBeOfType<MailResult.Later>().After.ShouldBe(TimeSpan.FromSeconds(90));

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public void A_fault_in_our_own_set_up_costs_no_mail(int status) =>
        CommunicationAnswers.Read(status, null).ShouldBeOfType<MailResult.Later>();

    [Theory]
    [InlineData(400)]
    [InlineData(413)]
    [InlineData(422)]
    public void A_mail_that_cannot_be_sent_is_given_up(int status) =>
        CommunicationAnswers.Read(status, null).ShouldBeOfType<MailResult.Rejected>();

    [Theory]
    [InlineData(0)]
    [InlineData(408)]
    [InlineData(409)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public void An_answer_that_does_not_tell_is_asked_after(int status) =>
        CommunicationAnswers.Read(status, null).ShouldBeOfType<MailResult.Unknown>();

    [Theory]
    [InlineData(true, typeof(MailResult.Sent))]
    [InlineData(false, typeof(MailResult.Rejected))]
    [InlineData(null, typeof(MailResult.Unknown))]
    public async Task A_refused_mail_is_asked_after_before_it_is_given_up(bool? wasSent, Type result) =>
        (await CommunicationAnswers.CheckedAsync(CommunicationAnswers.Read(400, null), () => Task.FromResult(wasSent))).ShouldBeOfType(result);

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    public async Task Nothing_else_is_asked_after_at_once(int status)
    {
        var read = CommunicationAnswers.Read(status, null);

        (await CommunicationAnswers.CheckedAsync(read, () => throw new InvalidOperationException("It was asked after."))).ShouldBe(read);
    }
}
