using System.Numerics;

namespace GovBudget.Model;

/// <summary>A code of one of the four classifications: what <see cref="FunctionalCode"/>, <see cref="EconomicCode"/>, <see cref="GovernmentEconomicCode"/>
/// and <see cref="RevenueCode"/> share.</summary>
/// <remarks>Codes sort as official tables print them: a parent, then its children, then the next one (208, 20805, 2080505, 20899, 210). Implemented in this
/// library only.</remarks>
/// <typeparam name="TSelf">The code type.</typeparam>
public interface ISubjectCode<TSelf> : IEquatable<TSelf>, IComparable<TSelf>, ISpanParsable<TSelf>, IComparisonOperators<TSelf, TSelf, bool>
    where TSelf : struct, ISubjectCode<TSelf>
{
    /// <summary>The classification whose codes these are.</summary>
    static abstract SubjectScheme Scheme { get; }

    /// <summary>The digits as a number, e.g. 2080505; 0 for <c>default</c>.</summary>
    int Number { get; }

    /// <summary>How deep the code stands.</summary>
    SubjectLevel Level { get; }

    /// <summary>The code one level up; null for a 类.</summary>
    TSelf? Parent { get; }

    /// <summary>The codes above this one, nearest first.</summary>
    IEnumerable<TSelf> Ancestors { get; }

    /// <summary>This code or the ancestor of it at that level; null where this one stands higher.</summary>
    TSelf? AtLevel(SubjectLevel level);

    /// <summary>Whether the other code stands below this one; no code is its own ancestor.</summary>
    bool IsAncestorOf(TSelf other);

    /// <summary>Reads a code from one cell or says why it is none.</summary>
    static abstract ParseResult<TSelf> Read(string? text);

    /// <summary>Reads a code from the cells of its levels or says why they make none.</summary>
    static abstract ParseResult<TSelf> FromParts(params ReadOnlySpan<string?> parts);

    /// <summary>The digits filled up with zeros to nine: sorts and compares.</summary>
    internal int Key { get; }

    /// <summary>The code of that <see cref="Key"/>, which must be one.</summary>
    internal static abstract TSelf FromKey(int key);
}
