package gaitd.sim.identify;

import gaitd.hal.A1;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A finding in words for the person with the robot: what its intervals tell apart from the robot as it was made. */
public final class FindingText {
    private static final double LOAD_KG = 0.5;
    private static final double LEAST_STRENGTH = 0.9;
    private static final double MOST_FRICTION_NM = 0.45;
    /** 4 deg: up to 3.3 deg were found of zeros that were right, under a load. */
    private static final double MOST_ZERO_RAD = 0.07;

    private static final double MOST_DELAY_S = 0.003;
    private static final double CM = 100;

    private FindingText() {}

    /**
     * Words.
     *
     * @param found the finding
     * @return such as {@code about 9.7 kg (9.2 to 10.2), 10 cm behind the middle; RR calf at 50 % (45 to 55)}
     */
    public static String of(final Identified found) {
        final List<String> words = new ArrayList<>();
        final Estimate load = found.get("payload");
        if (load.low() > LOAD_KG) {
            final double x = CM * found.get("payload_x").value();
            words.add(String.format(
                    Locale.ROOT,
                    "about %.1f kg (%.1f to %.1f), %.0f cm %s the middle",
                    load.value(),
                    load.low(),
                    load.high(),
                    Math.abs(x),
                    x < 0 ? "behind" : "ahead of"));
        }
        each(found, "strength", "motor", words, FindingText::strength);
        each(found, "dry_friction", "joint", words, FindingText::friction);
        each(found, "zero", "encoder", words, FindingText::zero);
        final Estimate delay = found.get("delay");
        if (delay.low() > MOST_DELAY_S) {
            words.add(String.format(Locale.ROOT, "commands arrive %.0f ms late", 1e3 * delay.value()));
        }
        return words.isEmpty() ? "nothing that differs from the robot as it was made" : String.join("; ", words);
    }

    /** One phrase for all joints where all have it, else one for each that has. */
    private static void each(
            final Identified found,
            final String quantity,
            final String part,
            final List<String> words,
            final Function<Estimate, String> phrase) {
        final List<String> own = new ArrayList<>();
        double value = 0;
        double low = 0;
        double high = 0;
        for (int j = 0; j < A1.JOINTS; j++) {
            final Estimate one = found.get(quantity + "." + A1.jointName(j));
            value += one.value() / A1.JOINTS;
            low += one.low() / A1.JOINTS;
            high += one.high() / A1.JOINTS;
            final String told = phrase.apply(one);
            if (told != null) {
                own.add(A1.jointName(j).replace('_', ' ') + " " + told);
            }
        }
        final String told = phrase.apply(new Estimate(quantity, "", value, low, high));
        if (own.size() == A1.JOINTS && told != null) {
            words.add("every " + part + " " + told);
        } else {
            words.addAll(own);
        }
    }

    private static String strength(final Estimate found) {
        return found.high() < LEAST_STRENGTH
                ? String.format(
                        Locale.ROOT,
                        "at %.0f %% (%.0f to %.0f)",
                        100 * found.value(),
                        100 * found.low(),
                        100 * found.high())
                : null;
    }

    private static String friction(final Estimate found) {
        return found.low() > MOST_FRICTION_NM
                ? String.format(
                        Locale.ROOT, "sticks by %.1f N m (%.1f to %.1f)", found.value(), found.low(), found.high())
                : null;
    }

    private static String zero(final Estimate found) {
        return found.low() > MOST_ZERO_RAD || found.high() < -MOST_ZERO_RAD
                ? String.format(
                        Locale.ROOT,
                        "reads %.0f deg too %s",
                        Math.toDegrees(Math.abs(found.value())),
                        found.value() > 0 ? "much" : "little")
                : null;
    }
}
