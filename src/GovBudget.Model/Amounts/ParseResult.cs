using System.Diagnostics.CodeAnalysis;

namespace GovBudget.Model;

/// <summary>What reading a text gave: a value, or why there is none.</summary>
/// <remarks><c>default</c> is a failure: nothing was read.</remarks>
/// <typeparam name="T">The type read.</typeparam>
public readonly struct ParseResult<T>
{
    private readonly T? _value;
    private readonly string? _error;

    private ParseResult(bool success, T? value, string? error)
    {
        Success = success;
        _value = value;
        _error = error;
    }

    /// <summary>Why the text could not be read: what it was and what would be right; null where it could.</summary>
    public string? Error => Success ? null : _error ?? "没有读取任何内容。";

    /// <summary>Whether there is a value.</summary>
    public bool Success { get; }

    /// <summary>A value read.</summary>
    internal static ParseResult<T> Of(T value) => new(true, value, null);

    /// <summary>A text that cannot be read.</summary>
    internal static ParseResult<T> Fail(string error) => new(false, default, error);

    /// <summary>The value.</summary>
    /// <exception cref="FormatException">There is none; the message is <see cref="Error"/>.</exception>
    public T GetValueOrThrow() => Success ? _value! : throw new FormatException(Error);

    /// <summary>The value, where there is one.</summary>
    public bool TryGetValue([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return Success;
    }
}
