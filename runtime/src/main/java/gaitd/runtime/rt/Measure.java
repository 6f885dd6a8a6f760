package gaitd.runtime.rt;

/** What can be asked of the system so that the control thread runs on time. */
public enum Measure {
    /** Real-time priority. */
    PRIORITY("priority"),
    /** Priority of what the control thread may have to wait for inside the JVM. */
    JVM_THREADS("jvm_threads"),
    /** A processor of its own. */
    AFFINITY("affinity"),
    /** Memory that is never paged out. */
    MEMORY_LOCK("memory_lock"),
    /** Processors that do not sleep deeply. */
    DMA_LATENCY("dma_latency"),
    /** Punctual sleeps without real-time priority. */
    TIMER_SLACK("timer_slack"),
    /** Name of the thread. */
    THREAD_NAME("thread_name"),
    /** Sleep until an absolute moment in the kernel. */
    ABSOLUTE_SLEEP("absolute_sleep");

    /** Name in reports. */
    public final String key;

    Measure(final String key) {
        this.key = key;
    }
}
