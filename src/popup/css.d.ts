/** A style sheet may be imported for its effect alone: the bundler links it. */
declare module '*.css'
