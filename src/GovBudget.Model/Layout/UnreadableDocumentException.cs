namespace GovBudget.Model.Layout;

/// <summary>A file cannot be read at all: it is empty, of another type, damaged beyond repair, encrypted, or beyond a limit. The message says what was found,
/// where, and what would be right.</summary>
public sealed class UnreadableDocumentException : Exception
{
    /// <summary>An error without further words.</summary>
    public UnreadableDocumentException()
    {
    }

    /// <summary>An error with its message.</summary>
    /// <param name="message">What was found, where, what would be right (Chinese).</param>
    public UnreadableDocumentException(string message) : base(message)
    {
    }

    /// <summary>An error with its message and cause.</summary>
    /// <param name="message">What was found, where, what would be right (Chinese).</param>
    /// <param name="innerException">The cause.</param>
    public UnreadableDocumentException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>What kind of fault it is.</summary>
    public UnreadableReason Reason { get; init; }

    /// <summary>What the file is instead, without advice (Chinese): 是网页（HTML）…; null where the reader did not look.</summary>
    public string? Found { get; init; }
}

/// <summary>Why a file cannot be read.</summary>
public enum UnreadableReason
{
    /// <summary>Damaged beyond repair.</summary>
    Damaged,

    /// <summary>The file is empty.</summary>
    Empty,

    /// <summary>The file is not of the type expected.</summary>
    WrongType,

    /// <summary>A password is needed.</summary>
    Encrypted,

    /// <summary>Reading would go beyond a limit of size, ratio or time.</summary>
    BeyondLimit,
}
