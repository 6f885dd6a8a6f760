package gaitd.hal.bus;

/** Is told how long everything on the buses takes, by the threads of the buses as it ends. */
public interface BusTimes {
    /** Listens to nothing. */
    BusTimes NONE = new BusTimes() {
        @Override
        public void exchanged(final int leg, final long ns) {
            // nobody asked
        }

        @Override
        public void cycled(final int leg, final long ns) {
            // nobody asked
        }
    };

    /**
     * A motor answered.
     *
     * @param leg leg index of its bus
     * @param ns from before its command was written to after its reply was read
     */
    void exchanged(int leg, long ns);

    /**
     * A round through a bus's motors ended.
     *
     * @param leg leg index of the bus
     * @param ns from its beginning
     */
    void cycled(int leg, long ns);
}
