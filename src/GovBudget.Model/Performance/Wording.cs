namespace GovBudget.Model;

/// <summary>A sentence in both languages; names and what is printed stay Chinese.</summary>
internal readonly record struct Wording(string Chinese, string English)
{
    public static Wording operator +(Wording first, Wording next) => new(first.Chinese + next.Chinese, first.English + next.English);
}
