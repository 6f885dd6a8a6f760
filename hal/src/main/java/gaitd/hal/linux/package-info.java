/**
 * Functions of Linux's C library as Java calls them, with their error numbers. What is called once may tell its error in words; what
 * is called in every tick allocates nothing.
 */
package gaitd.hal.linux;
