package gaitd.sim.fault;

import gaitd.policies.learn.RandomStream;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * One direction of the wire with its faults: datagrams go in, and come out when and as the faults have it.
 *
 * <p>Times do not decrease. Used by one thread. Allocates nothing after construction.
 */
public final class FaultyLine {
    private static final double S_PER_MS = 1e-3;
    private static final double ROUNDING_S = 1e-9;
    private static final double EVERY_OTHER = 0.5;
    private static final int BYTE = 256;

    private final List<InjectedFault> faults;
    private final RandomStream random = new RandomStream(0);
    private final int size;
    private final DatagramStore waiting;
    private final DatagramLoop passed;
    private final byte[] datagram;
    private double dueS;

    FaultyLine(final List<InjectedFault> faults, final int size) {
        this.faults = faults;
        this.size = size;
        waiting = new DatagramStore(size);
        passed = new DatagramLoop(size);
        datagram = new byte[size];
    }

    void begin(final long seed) {
        random.reseed(seed);
        waiting.clear();
        passed.clear();
    }

    /**
     * Takes a datagram at its sender's.
     *
     * @param from read from index 0, not modified
     * @param timeS the robot's time, s
     */
    public void put(final ByteBuffer from, final double timeS) {
        from.get(0, datagram, 0, size);
        dueS = timeS;
        boolean lost = false;
        boolean replayed = false;
        for (int i = 0; i < faults.size(); i++) {
            final InjectedFault fault = faults.get(i);
            if (fault.isActive(timeS)) {
                lost |= change(fault, timeS);
                replayed |= fault.type() == FaultType.STUCK || fault.type() == FaultType.LOOPED;
            }
        }
        if (!replayed || passed.isEmpty()) {
            passed.put(from, timeS);
        }
        if (!lost) {
            waiting.put(datagram, dueS);
        }
    }

    /** Changes the datagram or when it is due; true when it is lost. */
    private boolean change(final InjectedFault fault, final double timeS) {
        final double argument = fault.argument();
        switch (fault.type()) {
            case LOST -> {
                return random.nextDouble() < argument;
            }
            case INTERMITTENT -> {
                return fault.isOff(timeS);
            }
            case DELAYED -> dueS += argument * S_PER_MS;
            case REORDERED -> dueS += random.nextDouble() < EVERY_OTHER ? argument * S_PER_MS : 0;
            case GARBAGE -> {
                if (random.nextDouble() < argument) {
                    datagram[random.nextInt(size)] ^= (byte) (1 + random.nextInt(BYTE - 1));
                }
            }
            case STUCK -> passed.last(datagram);
            case LOOPED -> passed.replay(fault.fromS(), timeS, argument * S_PER_MS, datagram);
            default -> throw new IllegalStateException(fault.name());
        }
        return false;
    }

    /**
     * Hands out the next datagram that has arrived; called until there is none.
     *
     * @param to overwritten from index 0 when there is one
     * @param timeS the robot's time, s
     * @return whether there was one
     */
    public boolean take(final ByteBuffer to, final double timeS) {
        return waiting.take(to, timeS + ROUNDING_S);
    }
}
