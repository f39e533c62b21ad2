namespace GovBudget.Model.Forms;

/// <summary>A printed column of a block of like lines: indicators, sources of money, projects.</summary>
/// <param name="Header">What stands over it; blank over names; null where the header on its left reaches over it.</param>
/// <param name="Text">What a line prints in it; null for a blank cell.</param>
internal sealed record FormColumn<T>(string? Header, Func<T, string?> Text)
{
    /// <summary>What stands over it and its neighbours of the same name.</summary>
    public string? Group { get; init; }

    /// <summary>Whether it takes the room that is to spare: names and reasons, not figures.</summary>
    public bool IsWide { get; init; }

    /// <summary>Whether equal texts one below the other are one cell.</summary>
    public bool IsMerged { get; init; }

    /// <summary>How its cells are set.</summary>
    public CellLook Look { get; init; }
}

/// <summary>How a cell of a form is set.</summary>
internal enum CellLook
{
    /// <summary>Text in the middle.</summary>
    Middle,

    /// <summary>Text from the left.</summary>
    Left,

    /// <summary>A figure in the middle.</summary>
    Figure,
}
