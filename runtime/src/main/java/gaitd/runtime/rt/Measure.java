package gaitd.runtime.rt;

/** Measures that the system can take so that the control thread runs on time. */
public enum Measure {
    /** Real-time priority. */
    PRIORITY("priority"),
    /** Priority of the JVM's threads that the control thread may wait for. */
    JVM_THREADS("jvm_threads"),
    /** A processor of its own. */
    AFFINITY("affinity"),
    /** Locked memory. */
    MEMORY_LOCK("memory_lock"),
    /** Processors kept out of deep idle states. */
    DMA_LATENCY("dma_latency"),
    /** Timer slack of sleeps without real-time priority. */
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
