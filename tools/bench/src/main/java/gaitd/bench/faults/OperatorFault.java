package gaitd.bench.faults;

import gaitd.policies.learn.RandomStream;
import gaitd.runtime.command.CommandRing;
import gaitd.runtime.command.RawCommand;
import java.util.Locale;

/** What can be wrong with the program that commands the robot. */
enum OperatorFault {
    /** Sends nothing any more: killed, hung, or its line cut. */
    OFF("sends nothing any more") {
        @Override
        void send(final CommandRing ring, final RawCommand last, final RandomStream random) {
            // sends nothing
        }
    },
    /** Sends its last command again and again. */
    STUCK("sends its last command again and again") {
        @Override
        void send(final CommandRing ring, final RawCommand last, final RandomStream random) {
            ring.offer(last);
        }
    },
    /** Sends commands of random bits. */
    GARBAGE("sends commands of random bits") {
        @Override
        void send(final CommandRing ring, final RawCommand last, final RandomStream random) {
            final RawCommand wild = new RawCommand();
            wild.operator = random.nextLong();
            wild.sequence = random.nextLong();
            wild.sentNs = last.sentNs;
            wild.request = (int) random.nextLong();
            wild.gait = (int) random.nextLong();
            wild.vx = Double.longBitsToDouble(random.nextLong());
            wild.vy = Double.longBitsToDouble(random.nextLong());
            wild.yawRate = Double.longBitsToDouble(random.nextLong());
            ring.offer(wild);
        }
    },
    /** Asks for velocities that no robot has. */
    SCALE("asks for velocities that no robot has") {
        @Override
        void send(final CommandRing ring, final RawCommand last, final RandomStream random) {
            last.sequence++;
            last.vx = FAST_M_S;
            ring.offer(last);
        }
    },
    /** Sends more commands a tick than the ring holds, beside its own. */
    BURST("sends more commands a tick than the ring holds") {
        @Override
        void send(final CommandRing ring, final RawCommand last, final RandomStream random) {
            for (int i = 0; i < 2 * CommandRing.SLOTS; i++) {
                last.sequence++;
                ring.offer(last);
            }
        }
    };

    /** First word of their names. */
    static final String GROUP = "operator";

    private static final double FAST_M_S = 100;

    /** What the operator does, for the list. */
    final String meaning;

    OperatorFault(final String meaning) {
        this.meaning = meaning;
    }

    /** Its name in tables and patterns. */
    String key() {
        return GROUP + "." + name().toLowerCase(Locale.ROOT);
    }

    /** The fault of a name; null when it is another component's. */
    static OperatorFault of(final String name) {
        for (final OperatorFault fault : values()) {
            if (fault.key().equals(name)) {
                return fault;
            }
        }
        return null;
    }

    /**
     * One tick of the broken operator.
     *
     * @param ring where its commands go
     * @param last the command that it would send, of now; may be changed
     * @param random what is drawn
     */
    abstract void send(CommandRing ring, RawCommand last, RandomStream random);
}
