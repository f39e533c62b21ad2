namespace GovBudget.Model;

/// <summary>Which way an indicator is good.</summary>
public enum TargetDirection
{
    /// <summary>正向指标: the more, the better (≥, ＞, and = where nothing says otherwise).</summary>
    Positive,

    /// <summary>反向指标: the less, the better (≤, ＜).</summary>
    Negative,

    /// <summary>Best inside a range (90%-95%).</summary>
    Range,

    /// <summary>定性指标: words.</summary>
    Words,
}

/// <summary>What a performance form (绩效目标表, 绩效自评表) states as 指标值, 年初目标值 or 实际完成值: one of a closed set of meanings, and the text as printed.</summary>
/// <remarks>
/// <para>The closed set: <see cref="AtLeast"/>, <see cref="MoreThan"/>, <see cref="AtMost"/>, <see cref="LessThan"/>, <see cref="Equal"/>,
/// <see cref="Between"/>,
/// <see cref="OneOf"/>, <see cref="Words"/>. A text that states no quantity is words, and its text is all that is known of it: nothing is lost and nothing
/// guessed.</para>
/// <para>Formatting gives the printed text back, so <c>Target.Parse(target.Text)</c> equals <c>target</c>. Immutable; equality is by text (and with it, by
/// meaning).</para>
/// </remarks>
public abstract record Target
{
    private protected Target(string text) => Text = text;

    /// <summary>The text as printed, without white space around it: <c>≥90%</c>, <c>不低于95%</c>, <c>应保尽保</c>.</summary>
    public string Text { get; }

    /// <summary>Which way it is good.</summary>
    public abstract TargetDirection Direction { get; }

    /// <summary>The one quantity it names; null for a range and for words.</summary>
    public virtual Amount? Figure => null;

    /// <summary>Whether it is a quantity (定量) and not words (定性).</summary>
    public bool IsQuantity => Direction != TargetDirection.Words;

    /// <summary>Reads what a cell prints: <c>≥90%</c>, <c>≧3000人次</c>, <c>=64元</c>, <c>＞5000人</c>, <c>不低于95%</c>, <c>17万元以内</c>, <c>5次</c>, <c>1-2次</c>,
    /// <c>0.98</c>, <c>应保尽保</c>.</summary>
    /// <param name="text">The cell's text.</param>
    /// <exception cref="FormatException">The text is blank.</exception>
    public static Target Parse(string text) => TargetPattern.Parse(text).GetValueOrThrow();

    /// <summary>Reads what three cells print, 指标性质, 指标值 and 计量单位: <c>≥</c>, <c>98</c>, <c>%</c>; <c>定性</c> gives the value alone.</summary>
    /// <param name="nature">指标性质: a sign (≥, ＝), words (定性, 定量, 正向, 反向), or blank.</param>
    /// <param name="value">指标值.</param>
    /// <param name="unit">计量单位, or blank.</param>
    /// <exception cref="FormatException">The value is blank.</exception>
    public static Target Parse(string? nature, string value, string? unit) => Parse(TargetPattern.Join(nature, value, unit));

    /// <summary>As <see cref="Parse(string)"/>; false where the text is blank.</summary>
    /// <param name="text">The cell's text.</param>
    /// <param name="target">What was read.</param>
    public static bool TryParse(string? text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Target? target) =>
        TargetPattern.Parse(text).TryGetValue(out target);

    /// <summary>The text as printed.</summary>
    public sealed override string ToString() => Text;

    /// <summary>A quantity or more: <c>≥90%</c>, 不低于, 不少于, …以上.</summary>
    public sealed record AtLeast : Target
    {
        internal AtLeast(string text, Amount quantity) : base(text) => Quantity = quantity;

        /// <summary>A quantity or more, printed <c>≥90%</c>.</summary>
        /// <exception cref="ArgumentException">The unit is not one that a form could print behind a number.</exception>
        public AtLeast(Amount quantity) : this(TargetPattern.Canonical("≥", quantity), quantity) { }

        /// <summary>The quantity with its unit.</summary>
        public Amount Quantity { get; }

        /// <inheritdoc/>
        public override Amount? Figure => Quantity;

        /// <inheritdoc/>
        public override TargetDirection Direction => TargetDirection.Positive;
    }

    /// <summary>More than a quantity: <c>＞5000人</c>, 大于, 超过.</summary>
    public sealed record MoreThan : Target
    {
        internal MoreThan(string text, Amount quantity) : base(text) => Quantity = quantity;

        /// <summary>More than a quantity, printed <c>>5000人</c>.</summary>
        /// <exception cref="ArgumentException">The unit is not one that a form could print behind a number.</exception>
        public MoreThan(Amount quantity) : this(TargetPattern.Canonical(">", quantity), quantity) { }

        /// <summary>The quantity with its unit.</summary>
        public Amount Quantity { get; }

        /// <inheritdoc/>
        public override Amount? Figure => Quantity;

        /// <inheritdoc/>
        public override TargetDirection Direction => TargetDirection.Positive;
    }

    /// <summary>A quantity or less: <c>≤17万元</c>, 不超过, 不高于, …以内.</summary>
    public sealed record AtMost : Target
    {
        internal AtMost(string text, Amount quantity) : base(text) => Quantity = quantity;

        /// <summary>A quantity or less, printed <c>≤17万元</c>.</summary>
        /// <exception cref="ArgumentException">The unit is not one that a form could print behind a number.</exception>
        public AtMost(Amount quantity) : this(TargetPattern.Canonical("≤", quantity), quantity) { }

        /// <summary>The quantity with its unit.</summary>
        public Amount Quantity { get; }

        /// <inheritdoc/>
        public override Amount? Figure => Quantity;

        /// <inheritdoc/>
        public override TargetDirection Direction => TargetDirection.Negative;
    }

    /// <summary>Less than a quantity: <c>＜3%</c>, 小于, 低于.</summary>
    public sealed record LessThan : Target
    {
        internal LessThan(string text, Amount quantity) : base(text) => Quantity = quantity;

        /// <summary>Less than a quantity, printed <c>&lt;3%</c>.</summary>
        /// <exception cref="ArgumentException">The unit is not one that a form could print behind a number.</exception>
        public LessThan(Amount quantity) : this(TargetPattern.Canonical("<", quantity), quantity) { }

        /// <summary>The quantity with its unit.</summary>
        public Amount Quantity { get; }

        /// <inheritdoc/>
        public override Amount? Figure => Quantity;

        /// <inheritdoc/>
        public override TargetDirection Direction => TargetDirection.Negative;
    }

    /// <summary>A quantity: <c>=64元</c>, <c>100%</c>, <c>5次</c>, <c>0.98</c>. What was achieved is usually one.</summary>
    public sealed record Equal : Target
    {
        internal Equal(string text, Amount quantity) : base(text) => Quantity = quantity;

        /// <summary>A quantity, printed <c>100%</c>.</summary>
        /// <exception cref="ArgumentException">The unit is not one that a form could print behind a number.</exception>
        public Equal(Amount quantity) : this(TargetPattern.Canonical("", quantity), quantity) { }

        /// <summary>The quantity with its unit.</summary>
        public Amount Quantity { get; }

        /// <inheritdoc/>
        public override Amount? Figure => Quantity;

        /// <inheritdoc/>
        public override TargetDirection Direction => TargetDirection.Positive;
    }

    /// <summary>A range, ends included: <c>1-2次</c>, <c>90%～95%</c>, <c>≥80%且≤90%</c>.</summary>
    public sealed record Between : Target
    {
        internal Between(string text, Amount low, Amount high) : base(text) => (Low, High) = (low, high);

        /// <summary>A range, printed <c>1次-2次</c>.</summary>
        /// <exception cref="ArgumentException">The units differ, the lower end is negative or above the upper, or the unit is not one that a form could
        /// print.</exception>
        public Between(Amount low, Amount high) : this(TargetPattern.Canonical(low, high), low, high) { }

        /// <summary>The lower end.</summary>
        public Amount Low { get; }

        /// <summary>The upper end, of the same unit.</summary>
        public Amount High { get; }

        /// <inheritdoc/>
        public override TargetDirection Direction => TargetDirection.Range;
    }

    /// <summary>One of several words: <c>优/良</c>, <c>优秀或良好</c>.</summary>
    public sealed record OneOf : Target
    {
        internal OneOf(string text, ValueList<string> words) : base(text) => Choices = words;

        /// <summary>The words to choose from, two or more.</summary>
        public ValueList<string> Choices { get; }

        /// <inheritdoc/>
        public override TargetDirection Direction => TargetDirection.Words;
    }

    /// <summary>Words: <c>应保尽保</c>, <c>达标</c>, <c>全覆盖</c>, and whatever else is not a quantity.</summary>
    public sealed record Words : Target
    {
        internal Words(string text) : base(text) { }

        /// <inheritdoc/>
        public override TargetDirection Direction => TargetDirection.Words;
    }
}
