package org.aurora.gateway.pricing;

/** What a call can use besides tokens. */
public enum Unit {
    /** Pictures made. */
    IMAGES(PriceField.PER_IMAGE, false),
    /** Pictures sent. */
    INPUT_IMAGES(PriceField.INPUT_PER_IMAGE, true),
    /** Seconds of sound or film sent. */
    INPUT_SECONDS(PriceField.PER_SECOND_INPUT, true),
    /** Seconds of sound or film made. */
    OUTPUT_SECONDS(PriceField.PER_SECOND_OUTPUT, false),
    /** Characters sent, as speech is priced. */
    INPUT_CHARACTERS(PriceField.PER_CHARACTER_INPUT, true),
    /** Pages read. */
    PAGES(PriceField.PER_PAGE, true);

    private final PriceField price;
    private final boolean input;

    Unit(PriceField price, boolean input) {
        this.price = price;
        this.input = input;
    }

    PriceField price() {
        return price;
    }

    /** Whether what it costs counts as the cost of input. */
    boolean input() {
        return input;
    }
}
