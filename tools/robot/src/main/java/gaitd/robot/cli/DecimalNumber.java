package gaitd.robot.cli;

import picocli.CommandLine.TypeConversionException;

/** Reads numbers of the command line; what is none is refused. */
public final class DecimalNumber {
    private DecimalNumber() {}

    /**
     * Reads one.
     *
     * @param text such as {@code 0.3} or {@code 1e-3}
     * @return the number, which may be infinite or not a number if the text says so
     */
    public static double parse(final String text) {
        try {
            return Double.parseDouble(text);
        } catch (final NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not a number");
        }
    }
}
