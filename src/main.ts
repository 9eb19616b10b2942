/** The program that administrators start. */
import { serve } from './serve.js';

serve();
