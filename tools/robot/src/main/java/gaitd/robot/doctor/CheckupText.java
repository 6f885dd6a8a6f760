package gaitd.robot.doctor;

import java.io.PrintWriter;

/** Findings as lines: verdict, name, state; below it the requirement and the command that fixes it. */
public final class CheckupText {
    private static final String INDENT = " ".repeat(6);
    private final PrintWriter out;
    private final boolean colour;

    /**
     * Text for a writer.
     *
     * @param out where to
     * @param colour whether verdicts are coloured, for terminals only
     */
    public CheckupText(final PrintWriter out, final boolean colour) {
        this.out = out;
        this.colour = colour;
    }

    /**
     * Prints all findings and a summary.
     *
     * @param checkup the findings
     */
    public void print(final Checkup checkup) {
        final int width = checkup.findings().stream()
                .mapToInt(finding -> finding.name().length())
                .max()
                .orElse(0);
        for (final Finding finding : checkup.findings()) {
            out.printf("%s  %-" + width + "s  %s%n", mark(finding.verdict()), finding.name(), finding.is());
            if (finding.verdict() != CheckVerdict.OK) {
                out.printf("%s%" + width + "s  %s%n", INDENT, "expected", finding.should());
                out.printf("%s%" + width + "s  %s%n", INDENT, "fix", finding.fix());
            }
        }
        out.printf(
                "%d ok, %d warn, %d fail%s%n",
                checkup.count(CheckVerdict.OK),
                checkup.count(CheckVerdict.WARN),
                checkup.count(CheckVerdict.FAIL),
                checkup.isFine() ? ": nothing to fix" : "");
    }

    private String mark(final CheckVerdict verdict) {
        final String word = "%-4s".formatted(verdict.word());
        if (!colour) {
            return word;
        }
        final int code = switch (verdict) {
            case OK -> 32;
            case WARN -> 33;
            case FAIL -> 31;
        };
        return "\u001B[" + code + "m" + word + "\u001B[0m";
    }
}
