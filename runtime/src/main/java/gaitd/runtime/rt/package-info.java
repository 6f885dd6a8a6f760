/**
 * Real-time scheduling of a JVM thread on Linux: system calls by foreign functions, made while arming, and the sleep
 * until the next tick. Every call returns its outcome as a value; the caller decides whether a refusal is fatal.
 */
package gaitd.runtime.rt;
