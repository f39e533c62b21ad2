namespace GovBudget.Model;

/// <summary>Names a source of formatters, as notebooks of .NET Interactive look for it: by this name, wherever it is declared.</summary>
/// <param name="formatterSourceType">A type with a parameterless constructor and <c>CreateTypeFormatters()</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    public string[] PreferredMimeTypes { get; set; } = [];
}

/// <summary>The formatters of GovBudget.Model.Interactive where that library is there; none where it is not.</summary>
internal sealed class FormatterSource
{
    private readonly IEnumerable<object> _formatters = Find();

    public IEnumerable<object> CreateTypeFormatters() => _formatters;

    private static IEnumerable<object> Find() =>
        Type.GetType("GovBudget.Model.Interactive.NotebookFormatters, GovBudget.Model.Interactive") is { } type
            ? type.GetMethod(nameof(CreateTypeFormatters))?.Invoke(Activator.CreateInstance(type), null) as IEnumerable<object> ?? []
            : [];
}
