/**
 * What makes a thread of this JVM a real-time thread of Linux: system calls by foreign functions, made while arming, and the sleep until
 * the next tick. Every call tells how it went as a value; who applies the settings decides whether that is fatal.
 */
package gaitd.runtime.rt;
