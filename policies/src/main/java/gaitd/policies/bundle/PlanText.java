package gaitd.policies.bundle;

import gaitd.policies.cell.plan.PlanFunction;
import gaitd.policies.cell.plan.PlanOperator;
import gaitd.policies.cell.plan.PlanReduction;
import gaitd.policies.cell.plan.PlanStep;
import gaitd.policies.cell.plan.PlanStep.Affine;
import gaitd.policies.cell.plan.PlanStep.Combine;
import gaitd.policies.cell.plan.PlanStep.Constant;
import gaitd.policies.cell.plan.PlanStep.Copy;
import gaitd.policies.cell.plan.PlanStep.Map;
import gaitd.policies.cell.plan.PlanStep.Reduce;
import gaitd.policies.text.Words;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Steps of a plan as text: a word and what the step has, with blanks between. */
final class PlanText {
    /** All forms. */
    static final String EXPECTED = "affine NAME FROM IN TO OUT ROWS, map FUNCTION A B FROM TO SIZE,"
            + " combine OPERATOR LEFT RIGHT TO SIZE, reduce REDUCTION FROM TO GROUPS SIZE, copy FROM STRIDE TO SIZE or"
            + " constant NAME TO SIZE";

    private static final int SIZE_MAX = 1 << 24;

    private final String[] words;
    private int at;

    private PlanText(final String[] words) {
        this.words = words;
    }

    static String write(final PlanStep step) {
        return switch (step) {
            case Affine s -> join("affine", s.name(), s.from(), s.in(), s.to(), s.out(), s.rows());
            case Map s -> join("map", Words.lower(s.function()), s.a(), s.b(), s.from(), s.to(), s.size());
            case Combine s -> join("combine", Words.lower(s.operator()), s.left(), s.right(), s.to(), s.size());
            case Reduce s -> join("reduce", Words.lower(s.reduction()), s.from(), s.to(), s.groups(), s.size());
            case Copy s -> join("copy", s.from(), s.stride(), s.to(), s.size());
            case Constant s -> join("constant", s.name(), s.to(), s.size());
        };
    }

    private static String join(final Object... parts) {
        return Stream.of(parts).map(Object::toString).collect(Collectors.joining(" "));
    }

    /** The step of a text, null when it is none. */
    static PlanStep read(final String text) {
        final PlanText words = new PlanText(text.split(" ", -1));
        try {
            final PlanStep step = words.step();
            return words.at == words.words.length ? step : null;
        } catch (final IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return null;
        }
    }

    private PlanStep step() {
        return switch (word()) {
            case "affine" -> new Affine(word(), whole(), whole(), whole(), whole(), whole());
            case "map" -> new Map(choice(PlanFunction.values()), number(), number(), whole(), whole(), whole());
            case "combine" -> new Combine(choice(PlanOperator.values()), whole(), whole(), whole(), whole());
            case "reduce" -> new Reduce(choice(PlanReduction.values()), whole(), whole(), whole(), whole());
            case "copy" -> new Copy(whole(), whole(), whole(), whole());
            case "constant" -> new Constant(word(), whole(), whole());
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private String word() {
        return words[at++];
    }

    private int whole() {
        final int value = Integer.parseInt(word());
        if (Math.abs((long) value) > SIZE_MAX) {
            throw new IllegalArgumentException("too large");
        }
        return value;
    }

    private double number() {
        final double value = Double.parseDouble(word());
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("not a number");
        }
        return value;
    }

    private <E extends Enum<E>> E choice(final E[] all) {
        final String name = word().toUpperCase(Locale.ROOT);
        return Arrays.stream(all)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }
}
