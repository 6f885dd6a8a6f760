package gaitd.bench.link;

import java.util.Locale;

/** Links that controllers meet, by their figures in each direction. */
enum LinkProfile {
    CABLE(
            0.03,
            0.01,
            100,
            0,
            1,
            0,
            "a metre of cable and a switch: 700 bytes take 0.06 ms at 100 Mbit/s; nothing is lost or overtaken"),
    GOOD_RADIO(
            1.5,
            1,
            50,
            0.0005,
            0.5,
            0.001,
            "5 GHz in the same room: 2 to 5 ms there and back as ping shows it; what the radio repeats comes late, little is lost"),
    BAD_RADIO(
            10,
            8,
            5,
            0.01,
            0.33,
            0.01,
            "2.4 GHz through walls beside other networks: 20 to 36 ms there and back; 3 % is lost, three packets in a row in the mean");

    /** Mean time on the way, ms. */
    final double delayMs;
    /** The time on the way is drawn from so much less to so much more, ms. */
    final double jitterMs;
    /** What passes in a second, Mbit/s; packets that wait for each other keep their order. */
    final double rateMbit;
    /** Share of packets after which a burst of losses begins. */
    final double burstBegins;
    /** Share of packets of a burst that are its last. */
    final double burstEnds;
    /** Share of packets that are sent at once, ahead of those before them. */
    final double overtakes;
    /** Why these figures. */
    final String reason;

    LinkProfile(
            final double delayMs,
            final double jitterMs,
            final double rateMbit,
            final double burstBegins,
            final double burstEnds,
            final double overtakes,
            final String reason) {
        this.delayMs = delayMs;
        this.jitterMs = jitterMs;
        this.rateMbit = rateMbit;
        this.burstBegins = burstBegins;
        this.burstEnds = burstEnds;
        this.overtakes = overtakes;
        this.reason = reason;
    }

    /** Its name on the command line. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Share of packets that are lost in the long run. */
    double lossShare() {
        return burstBegins / (burstBegins + burstEnds);
    }

    /** Arguments of {@code tc qdisc add dev DEVICE root} that make the same of what leaves an interface. */
    String netem() {
        return String.format(
                Locale.ROOT,
                "netem limit 1000 delay %.2fms %.2fms rate %.0fmbit%s%s",
                delayMs,
                jitterMs,
                rateMbit,
                burstBegins > 0
                        ? String.format(Locale.ROOT, " loss gemodel %.3f%% %.1f%%", 100 * burstBegins, 100 * burstEnds)
                        : "",
                overtakes > 0 ? String.format(Locale.ROOT, " reorder %.2f%%", 100 * overtakes) : "");
    }

    @Override
    public String toString() {
        return key();
    }
}
