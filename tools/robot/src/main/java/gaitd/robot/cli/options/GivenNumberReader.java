package gaitd.robot.cli.options;

import gaitd.robot.cli.DecimalNumber;
import picocli.CommandLine.ITypeConverter;

/** Reads numbers that were given. */
final class GivenNumberReader implements ITypeConverter<GivenNumber> {
    GivenNumberReader() {}

    @Override
    public GivenNumber convert(final String text) {
        return new GivenNumber(DecimalNumber.parse(text), true, text);
    }
}
