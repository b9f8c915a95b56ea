namespace Hkall.Pages.Tests.Kit;

/// <summary>What a test says of a visitor, whichever way they visit.</summary>
internal static class Visiting
{
    extension(IVisitor visitor)
    {
        /// <summary>What a page says, in the language of this visitor.</summary>
        public string Say(string english, string chinese) => visitor.Language == Readers.English ? english : chinese;

        public Task PressAsync(string english, string chinese) => visitor.PressAsync(visitor.Say(english, chinese));

        public Task FollowAsync(string english, string chinese) => visitor.FollowAsync(visitor.Say(english, chinese));

        public Task OpenAsync(string english, string chinese) => visitor.OpenAsync(visitor.Say(english, chinese));

        public Task ShouldSayAsync(string english, string chinese) => visitor.ShouldSayAsync(visitor.Say(english, chinese));

        public async Task ShouldSayAsync(string text) => (await visitor.TextAsync()).ShouldContain(text, Case.Sensitive);

        public async Task<string> HeadingAsync() => (await visitor.TextsAsync("h1")).ShouldHaveSingleItem();

        /// <summary>By the bench's chooser, as one would by hand.</summary>
        public async Task SignInAsync(string name, string returnUrl = "/")
        {
            await visitor.GoAsync($"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");
            await visitor.PressAsync(name);
        }

        /// <summary>The patron who reads this visitor's language.</summary>
        public Task PatronSignsInAsync(string returnUrl = "/") => visitor.SignInAsync(Readers.PatronName(visitor.Language), returnUrl);

        /// <summary>The member of staff who reads this visitor's language.</summary>
        public Task StaffSignsInAsync(string returnUrl = "/staff") => visitor.SignInAsync(Readers.Of(visitor.Language), returnUrl);
    }
}
