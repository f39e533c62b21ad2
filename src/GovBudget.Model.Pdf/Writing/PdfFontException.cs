namespace GovBudget.Model.Pdf;

/// <summary>A font cannot be used for printing: unreadable, of a kind that cannot be embedded, or without some of the characters. The message says what to do
/// (Chinese).</summary>
public class PdfFontException : Exception
{
    /// <summary>An error without further words.</summary>
    public PdfFontException()
    {
    }

    /// <summary>An error with its message.</summary>
    /// <param name="message">What is wrong with which font, and what would be right (Chinese).</param>
    public PdfFontException(string message) : base(message)
    {
    }

    /// <summary>An error with its message and cause.</summary>
    /// <param name="message">What is wrong with which font, and what would be right (Chinese).</param>
    /// <param name="innerException">The cause.</param>
    public PdfFontException(string message, Exception innerException) : base(message, innerException)
    {
    }
}

/// <summary>The fonts at hand have no glyph for some characters of the document. Nothing was written.</summary>
public sealed class MissingCharactersException : PdfFontException
{
    /// <summary>An error without further words.</summary>
    public MissingCharactersException()
    {
    }

    /// <summary>An error with its message.</summary>
    /// <param name="message">Which characters, and what would be right (Chinese).</param>
    public MissingCharactersException(string message) : base(message)
    {
    }

    /// <summary>An error with its message and cause.</summary>
    /// <param name="message">Which characters, and what would be right (Chinese).</param>
    /// <param name="innerException">The cause.</param>
    public MissingCharactersException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>The characters without glyph, each once, in order of code.</summary>
    public ValueList<string> Characters { get; init; }
}
