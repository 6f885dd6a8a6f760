package gaitd.lab.train;

import gaitd.policies.learn.NetPlan;
import gaitd.policies.learn.PpoSetting;
import gaitd.policies.learn.PpoSettings;
import gaitd.robot.report.DurationText;
import gaitd.runtime.config.Config;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A training as text. */
public final class TrainText {
    private static final double MILLION = 1e6;
    private static final double PERCENT = 100;
    private static final double MIB = 1024 * 1024;

    private TrainText() {}

    /**
     * Networks as options of the command line.
     *
     * @param actor the actor's
     * @param critic the critic's
     * @return with a space in front
     */
    static String options(final NetPlan actor, final NetPlan critic) {
        return " --learner %s --net %s --critic-learner %s --critic-net %s --critic-hidden %s --critic-wiring %s"
                .formatted(
                        actor.rule().key(),
                        actor.options(),
                        critic.rule().key(),
                        critic.kind().key(),
                        critic.hidden().toString().replaceAll("[\\[\\] ]", ""),
                        critic.wiring().key());
    }

    /**
     * Settings as options of the command line.
     *
     * @param settings all of them
     * @param a2c whether to leave out those that advantage actor-critic does not use
     * @return with a space in front
     */
    static String options(final PpoSettings settings, final boolean a2c) {
        return Arrays.stream(PpoSetting.values())
                .filter(setting -> !a2c || setting.isOfA2c())
                .map(setting -> " " + setting.option() + " " + Config.plain(settings.get(setting)))
                .collect(Collectors.joining());
    }

    /**
     * An iteration in a line of a log.
     *
     * @param p the iteration
     * @param iterations of the whole run
     * @param leftS time left, NaN when it is not known yet
     * @return one line
     */
    public static String line(final Progress p, final long iterations, final double leftS) {
        return String.format(
                Locale.ROOT,
                "%5d of %d  %6.2f M steps  %6.0f s, %s left  reward %7.3f  length %5.0f  success %4.2f  kl %.4f  rate %.1e"
                        + "  dev %.2f  v %.3f  clip %.2f  %6.0f steps/s",
                p.iteration(),
                iterations,
                p.steps() / MILLION,
                p.seconds(),
                Double.isNaN(leftS) ? "?" : DurationText.of(leftS),
                p.reward(),
                p.length(),
                p.success(),
                p.divergence(),
                p.rate(),
                p.deviation(),
                p.valueError(),
                p.clipped(),
                p.stepsPerS());
    }

    /**
     * An iteration as short text.
     *
     * @param p the iteration
     * @return for a narrow terminal
     */
    public static String note(final Progress p) {
        return String.format(
                Locale.ROOT,
                "reward %.4g success %.0f%% KL %.3f %.0f/s",
                p.reward(),
                PERCENT * p.success(),
                p.divergence(),
                p.stepsPerS());
    }

    /**
     * Result of a training.
     *
     * @param training at its end
     * @return one line
     */
    public static String summary(final Training training) {
        final Progress last = training.now();
        if (last.iteration() == 0) {
            return "no iteration was done";
        }
        return String.format(
                Locale.ROOT,
                "%d steps in %.0f s, %.0f steps/s: reward %.4g, success %.0f %%; stored activations %.2f MiB",
                last.steps(),
                last.seconds(),
                last.steps() / last.seconds(),
                last.reward(),
                PERCENT * last.success(),
                training.storedActivationBytes() / MIB);
    }
}
