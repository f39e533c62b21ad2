using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Analysis;

/// <summary>Turns a page so that most of its letters run left to right, whatever its stated rotation says.</summary>
public static class PageTurn
{
    /// <summary>The page upright; the same instance where nothing is to be turned.</summary>
    public static PageContent Upright(PageContent page)
    {
        ArgumentNullException.ThrowIfNull(page);
        Span<int> counts = stackalloc int[5];
        foreach (var letter in page.Letters)
            if (!Script.IsBlank(letter.Text)) counts[(int)letter.Direction]++;
        var dominant = TextDirection.Right;
        foreach (var direction in (ReadOnlySpan<TextDirection>)[TextDirection.Down, TextDirection.Left, TextDirection.Up])
            if (counts[(int)direction] > counts[(int)dominant]) dominant = direction;
        return dominant == TextDirection.Right || counts[(int)dominant] <= 2 * (counts[(int)TextDirection.Right] + counts[(int)TextDirection.Vertical])
            ? page
            : Turn(page, dominant);
    }

    private static PageContent Turn(PageContent page, TextDirection dominant)
    {
        var (width, height) = dominant == TextDirection.Left ? (page.Width, page.Height) : (page.Height, page.Width);
        var letters = new Letter[page.Letters.Count];
        for (int i = 0; i < letters.Length; i++)
        {
            var letter = page.Letters[i];
            letters[i] = letter with
            {
                Box = Turn(letter.Box, dominant, page),
                Baseline = TurnBaseline(letter, dominant, page),
                Direction = Turn(letter.Direction, dominant),
                Clip = letter.Clip is { } clip ? Turn(clip, dominant, page) : null,
            };
        }
        var marks = new Mark[page.Marks.Count];
        for (int i = 0; i < marks.Length; i++) marks[i] = page.Marks[i] with { Box = Turn(page.Marks[i].Box, dominant, page) };
        return page with { Width = width, Height = height, Letters = letters, Marks = marks };
    }

    private static Box Turn(Box box, TextDirection dominant, PageContent page) => dominant switch
    {
        TextDirection.Down => new Box(box.Y0, page.Width - box.X1, box.Y1, page.Width - box.X0),
        TextDirection.Up => new Box(page.Height - box.Y1, box.X0, page.Height - box.Y0, box.X1),
        _ => new Box(page.Width - box.X1, page.Height - box.Y1, page.Width - box.X0, page.Height - box.Y0),
    };

    private static double TurnBaseline(Letter letter, TextDirection dominant, PageContent page)
    {
        bool isX = letter.Direction is TextDirection.Up or TextDirection.Down or TextDirection.Vertical;
        return dominant switch
        {
            TextDirection.Down => isX ? page.Width - letter.Baseline : letter.Baseline,
            TextDirection.Up => isX ? letter.Baseline : page.Height - letter.Baseline,
            _ => (isX ? page.Width : page.Height) - letter.Baseline,
        };
    }

    private static TextDirection Turn(TextDirection direction, TextDirection dominant)
    {
        if (direction == TextDirection.Vertical) return dominant == TextDirection.Left ? direction : TextDirection.Right;
        return (TextDirection)(((int)direction - (int)dominant + 4) % 4);
    }
}
