using FsCheck;
using FsCheck.Fluent;

namespace GovBudget.Model.Tests;

/// <summary>States a property over a thousand drawn cases; a failure names the case and the seed.</summary>
internal static class Always
{
    private static readonly Config Thousand = Config.QuickThrowOnFailure.WithMaxTest(1_000);

    public static void Holds<T>(Gen<T> cases, Func<T, bool> property) => Check.One(Thousand, Prop.ForAll(Arb.From(cases), property));

    /// <summary>As <see cref="Holds{T}(Gen{T}, Func{T, bool})"/>, for a body that asserts.</summary>
    public static void Holds<T>(Gen<T> cases, Action<T> property) => Check.One(Thousand, Prop.ForAll(Arb.From(cases), property));
}
