package gaitd.bench.link;

import java.util.Locale;

/** Figures of a link in words. */
final class ProfileText {
    private ProfileText() {}

    static String of(final LinkProfile profile) {
        return String.format(
                Locale.ROOT,
                "%s, each way: %.2f ms +- %.2f ms, %.0f Mbit/s, %.2f %% lost in bursts of %.1f, %.2f %% overtake; %s%n"
                        + "the same on other computers: tc qdisc add dev DEVICE root %s",
                profile,
                profile.delayMs,
                profile.jitterMs,
                profile.rateMbit,
                100 * profile.lossShare(),
                1 / profile.burstEnds,
                100 * profile.overtakes,
                profile.reason,
                profile.netem());
    }
}
