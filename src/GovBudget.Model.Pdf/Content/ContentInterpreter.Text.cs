using GovBudget.Model.Layout;
using GovBudget.Model.Pdf.Fonts;
using GovBudget.Model.Pdf.Objects;

namespace GovBudget.Model.Pdf.Content;

/// <content>Text: operators, and where each letter stands.</content>
internal sealed partial class ContentInterpreter
{
    /// <summary>A letter of which less than this share lies inside the clip or the page is taken as not painted there.</summary>
    private const double LeastShown = 0.1;

    private Matrix _textLine = Matrix.Identity;
    private Matrix _text = Matrix.Identity;

    private void OperateText(int code)
    {
        switch (code)
        {
            case Operator.BT: _text = _textLine = Matrix.Identity; break;
            case Operator.Tc: _state.CharacterSpacing = Number(1); break;
            case Operator.Tw: _state.WordSpacing = Number(1); break;
            case Operator.Tz: _state.HorizontalScale = Number(1) / 100; break;
            case Operator.TL: _state.Leading = Number(1); break;
            case Operator.Tr: _state.RenderMode = (int)Number(1); break;
            case Operator.Ts: _state.Rise = Number(1); break;
            case Operator.Tf: UseFont(FindFont(_operands.Name(2)), Number(1)); break;
            case Operator.Td: NextLine(Number(2), Number(1)); break;
            case Operator.TD:
                _state.Leading = -Number(1);
                NextLine(Number(2), Number(1));
                break;
            case Operator.Tm: _text = _textLine = new Matrix(Number(6), Number(5), Number(4), Number(3), Number(2), Number(1)); break;
            case Operator.TStar: NextLine(0, -_state.Leading); break;
            case Operator.Tj: ShowOperand(); break;
            case Operator.Quote:
                NextLine(0, -_state.Leading);
                ShowOperand();
                break;
            case Operator.DoubleQuote:
                (_state.WordSpacing, _state.CharacterSpacing) = (Number(3), Number(2));
                NextLine(0, -_state.Leading);
                ShowOperand();
                break;
            case Operator.TJ:
                for (int i = 0; i < _operands.ArrayCount && !_stopped; i++)
                {
                    if (_operands.ArrayMember(i, out var text, out double number)) Show(text);
                    else if (number != 0) Advance(-number / 1000 * _state.FontSize);
                }

                break;
        }
    }

    private void NextLine(double x, double y) => _text = _textLine = _textLine.Shifted(x, y);

    private void Advance(double by) =>
        _text = _state.Font is { IsVertical: true } ? _text.Shifted(0, by) : _text.Shifted(by * _state.HorizontalScale, 0);

    private PdfFont? FindFont(string? name)
    {
        if (name is null) return null;
        if (_resources?.Dictionary("Font")?.Dictionary(name) is { } dictionary) return _fonts.Get(dictionary);
        _sink.Add($"页面引用了不存在的字体“{name}”，其文字按字节猜测。");
        return _fonts.Get(PdfDictionary.Empty);
    }

    private void UseFont(PdfFont? font, double size)
    {
        (_state.Font, _state.FontSize) = (font, size);
        if (font is null || font.Diagnostics.Count == 0 || !_reported.Add(font)) return;
        foreach (string message in font.Diagnostics) _sink.Add(message);
    }

    private void ShowOperand()
    {
        if (_operands.TryText(1, out var text)) Show(text);
    }

    private void Show(ReadOnlySpan<byte> text)
    {
        if (!Account(text.Length / 8)) return;
        if (_state.Font is not { } font)
        {
            if (text.Length > 0) _sink.Add("有文字没有设定字体，未读取。", isLoss: true);
            return;
        }

        var run = new TextRun(_text * _state.ToPage, _state, font);
        double along = 0;
        for (int position = 0; position < text.Length;)
        {
            var glyph = font.Next(text, ref position);
            double spacing = _state.CharacterSpacing + (glyph.IsSpaceCode ? _state.WordSpacing : 0);
            if (_hidden == 0) Place(run, font, glyph, along);
            along += font.IsVertical
                ? (glyph.VerticalAdvance * _state.FontSize) + spacing
                : ((glyph.Width * _state.FontSize) + spacing) * _state.HorizontalScale;
        }

        _text = font.IsVertical ? _text.Shifted(0, along) : _text.Shifted(along, 0);
    }

    private void Place(in TextRun run, PdfFont font, Glyph glyph, double along)
    {
        var (box, baseline) = run.Locate(glyph, font, along);
        if (Shown(box, _page) < LeastShown)
        {
            if (!string.IsNullOrWhiteSpace(glyph.Text)) LettersOutside++;
            return;
        }

        if (_letters.Count >= _limits.Letters)
        {
            _sink.Add($"页面文字超过上限（{_limits.Letters} 个），其余未读取。", isLoss: true);
            return;
        }

        int mode = _state.RenderMode;
        bool painted = mode is not (3 or 7) && (mode == 1 ? _state.Stroke.Opacity : _state.Fill.Opacity) > 0;
        bool shown = Shown(box, _state.Clip) >= LeastShown;
        _letters.Add(new Letter(glyph.Text, box, baseline, run.Size, run.Direction)
        {
            FontName = font.Name,
            Bold = font.IsBold || (mode == 2 && _state.LineWidth > 0),
            Visible = painted && shown,
            Clip = painted && !shown ? _state.Clip : null,
            Oblique = run.Oblique,
            Source = glyph.Source,
        });
    }

    /// <summary>Which share of a box lies inside another, 0 to 1.</summary>
    private static double Shown(in Box box, in Box frame) =>
        Shown(box.X0, box.X1, frame.X0, frame.X1) * Shown(box.Y0, box.Y1, frame.Y0, frame.Y1);

    private static double Shown(double low, double high, double from, double to)
    {
        double length = high - low;
        if (!(length > 1e-6)) return low >= from && low <= to ? 1 : 0;
        return Math.Max(0, Math.Min(high, to) - Math.Max(low, from)) / length;
    }

    /// <summary>What the letters of one string share.</summary>
    private readonly struct TextRun
    {
        /// <summary>The slope, 6 degrees, from which a line is oblique: pages laid askew on a scanner are not.</summary>
        private const double ObliqueSlope = 0.105;

        private readonly Matrix _matrix;
        private readonly double _scale;
        private readonly double _fontSize;
        private readonly double _rise;

        public TextRun(Matrix matrix, in GraphicsState state, PdfFont font)
        {
            (_matrix, _fontSize, _rise) = (matrix, state.FontSize, state.Rise);
            _scale = state.FontSize * state.HorizontalScale;
            Size = Math.Abs(state.FontSize) * Math.Sqrt((matrix.C * matrix.C) + (matrix.D * matrix.D));
            double x = matrix.A * _scale, y = matrix.B * _scale;
            if (font.IsVertical) (x, y) = (-matrix.C * _fontSize, -matrix.D * _fontSize);
            Direction = Math.Abs(x) >= Math.Abs(y) ? x >= 0 ? TextDirection.Right : TextDirection.Left : y > 0 ? TextDirection.Down : TextDirection.Up;
            if (font.IsVertical && Direction == TextDirection.Down) Direction = TextDirection.Vertical;
            Oblique = Math.Min(Math.Abs(x), Math.Abs(y)) > ObliqueSlope * Math.Max(Math.Abs(x), Math.Abs(y));
        }

        public double Size { get; }

        public TextDirection Direction { get; }

        public bool Oblique { get; }

        public (Box Box, double Baseline) Locate(Glyph glyph, PdfFont font, double along)
        {
            Box box;
            double x, y;
            if (font.IsVertical)
            {
                double left = -glyph.VerticalOrigin.X * _scale, center = along + _rise;
                box = _matrix.MapBox(left, center + (glyph.VerticalAdvance * _fontSize), left + (glyph.Width * _scale), center);
                (x, y) = _matrix.Map(0, center);
            }
            else
            {
                box = _matrix.MapBox(along, (font.Descent * _fontSize) + _rise, along + (glyph.Width * _scale), (font.Ascent * _fontSize) + _rise);
                (x, y) = _matrix.Map(along, _rise);
            }

            return (box, Direction is TextDirection.Right or TextDirection.Left ? y : x);
        }
    }
}
