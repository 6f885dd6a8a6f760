/** Pictures of recordings. */
package gaitd.lab.log;
