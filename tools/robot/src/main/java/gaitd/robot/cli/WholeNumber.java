package gaitd.robot.cli;

import java.math.BigInteger;
import picocli.CommandLine.TypeConversionException;

/** Reads whole numbers of the command line; what is none, or does not fit into a type, is refused with the range that does. */
final class WholeNumber {
    private WholeNumber() {}

    static long parse(final String text, final long min, final long max) {
        if (text.matches("[-+]?[0-9]+")) {
            final BigInteger value = new BigInteger(text);
            if (value.compareTo(BigInteger.valueOf(min)) >= 0 && value.compareTo(BigInteger.valueOf(max)) <= 0) {
                return value.longValue();
            }
        }
        throw new TypeConversionException("'%s' is not a whole number from %d to %d".formatted(text, min, max));
    }
}
